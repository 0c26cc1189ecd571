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
  const walkThrough = (places) => places.forEach((place, at) => {
    place.addEventListener("focus", () => {
      for (const other of places) { other.tabIndex = other === place ? 0 : -1; }
    });
    place.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step) { return; }
      event.preventDefault();
      if (places[at + step]) { places[at + step].focus(); }
    });
  });
  for (const place of document.querySelectorAll("[data-start]")) {
    place.addEventListener("click", () => hear(place));
  }
  walkThrough(words);
  for (const ribbon of document.querySelectorAll("svg")) {
    const parts = [...ribbon.querySelectorAll("rect[role]")];
    walkThrough(parts);
    for (const part of parts) {
      part.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); hear(part); }
      });
    }
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
