"use strict";
(() => {
  const words = [...document.querySelectorAll("button.word")];
  const soundOf = (place) => document.getElementById("sound-" + place.dataset.turn);
  const stopOthers = (sound) => document.querySelectorAll("audio").forEach((other) => {
    if (other !== sound) { other.pause(); }
  });
  const hear = (place) => {
    const sound = soundOf(place);
    if (!sound) { return; }
    stopOthers(sound);
    sound.currentTime = Number(place.dataset.start);
    sound.play().catch(() => {});
  };
  const go = (from, step) => {
    const next = words[words.indexOf(from) + step];
    if (!next) { return; }
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  for (const place of document.querySelectorAll("[data-start]")) {
    place.addEventListener("click", () => hear(place));
  }
  for (const word of words) {
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
