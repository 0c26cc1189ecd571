"""The trainer: everything that happens to one spoken reply, without a window.

Read in this order and you have followed one reply: `scenarios` (1) says what is played; `audio.playback`
(2) plays it; `audio.capture` and `audio.takes` (3) put the reply on disk as it is spoken; `transcription`
(4) turns the take into words; `analysis` (5) turns words into findings, and `guides` says which of them
count; `history` (6) keeps it; `practice` (7) looks over many attempts. None of these imports another:
`session` and `worker` do the joining, over the frozen records of `records`.
"""
