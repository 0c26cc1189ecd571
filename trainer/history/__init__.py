"""What is kept: attempts in one SQLite file, their audio as one file a take beside it.

The only package that imports sqlite_utils. `store` is the door; `migrations` holds the shape of the tables,
`recovery` puts right what a crash left behind, `audio_files` compares the rows with the files.
"""
