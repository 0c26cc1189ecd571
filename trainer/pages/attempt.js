"use strict";
(() => {
  const words = [...document.querySelectorAll("button.word")];
  const soundOf = (word) => document.getElementById("sound-" + word.dataset.turn);
  const stopOthers = (sound) => document.querySelectorAll("audio").forEach((other) => {
    if (other !== sound) { other.pause(); }
  });
  const hear = (word) => {
    const sound = soundOf(word);
    if (!sound || word.dataset.start === undefined) { return; }
    stopOthers(sound);
    sound.currentTime = Number(word.dataset.start);
    sound.play().catch(() => {});
  };
  const go = (from, step) => {
    const next = words[words.indexOf(from) + step];
    if (!next) { return; }
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  for (const word of words) {
    word.addEventListener("click", () => hear(word));
    word.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) { event.preventDefault(); go(word, step); }
    });
  }
  for (const sound of document.querySelectorAll("audio")) {
    const mine = words.filter((word) => soundOf(word) === sound);
    sound.addEventListener("timeupdate", () => {
      for (const word of mine) {
        const at = sound.currentTime;
        word.classList.toggle("playing", !sound.paused && at >= Number(word.dataset.start)
          && at < Number(word.dataset.end));
      }
    });
    sound.addEventListener("pause", () => mine.forEach((word) => word.classList.remove("playing")));
  }
})();
