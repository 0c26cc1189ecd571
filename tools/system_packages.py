"""What Ringback needs from the system on Linux, since wheels do not carry it, and how to get it there.

Used by `run.py`, so standard library only. On macOS and Windows the wheels carry everything.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

Packages = tuple[str, str, str]
"""What one thing is called by apt, dnf and pacman."""

# What the wheels do not carry on Linux: file -> its package for apt, dnf and pacman. The libxcb and X11
# rows are what `objdump -p` shows for Qt's xcb plugin; PortAudio's wheels hold the library elsewhere.
LIBRARIES = {
    "libportaudio.so.2": ("libportaudio2", "portaudio", "portaudio"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
}
# What the tests need besides: a sound card, a screen and hands that are not there, a reader and a browser.
# Of programs that are named together any one will do.
TOOLS = {
    "chromium chromium-browser google-chrome": ("chromium", "chromium", "chromium"),
    "Xvfb": ("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    "dbus-daemon": ("dbus", "dbus-daemon", "dbus"),
    "openbox": ("openbox", "openbox", "openbox"),
    "pactl": ("pulseaudio-utils", "pulseaudio-utils", "libpulse"),
    "pulseaudio": ("pulseaudio", "pulseaudio", "pulseaudio"),
    "strace": ("strace", "strace", "strace"),
    "xdotool": ("xdotool", "xdotool", "xdotool"),
}
# The same for parts that are no programs: a file below /usr -> its package.
PARTS = {
    "lib*/**/alsa-lib/libasound_module_pcm_pulse.so": (
        "libasound2-plugins",
        "alsa-plugins-pulseaudio",
        "alsa-plugins",
    ),
    "share/dbus-1/services/org.a11y.Bus.service": ("at-spi2-core", "at-spi2-core", "at-spi2-core"),
}
MANAGERS = {
    "apt-get": (0, "{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {names}"),
    "dnf": (1, "{sudo}dnf install -y {names}"),
    "pacman": (2, "{sudo}pacman -S --needed {names}"),
}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> list[Packages]:
    """Packages with the shared libraries (and the half of venv) that this Linux lacks; [] elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [names for library, names in LIBRARIES.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        missing.append((f"python3.{sys.version_info[1]}-venv", "python3", "python"))
    return missing


def missing_tools() -> list[Packages]:
    """Packages with what flows and the test in a browser need and this Linux lacks; [] elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    programs = [names for any_of, names in TOOLS.items() if not any(map(shutil.which, any_of.split()))]
    return programs + [names for file, names in PARTS.items() if not any(Path("/usr").glob(file))]


def is_root() -> bool:
    """Whether packages can be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install() -> bool:
    """Whether `install` may be tried: root, and apt is here."""
    return is_root() and shutil.which("apt-get") is not None


def install(packages: list[Packages]) -> None:
    """Install with apt, without questions; what is still missing afterwards has not worked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    names = sorted({names[0] for names in packages})
    for command in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        subprocess.call(["apt-get", "-qq", *command], env=environment, stdout=subprocess.DEVNULL)


def paste_line(packages: list[Packages]) -> str:
    """The one line that installs `packages` here; only names them where no known installer is found."""
    for manager, (column, line) in MANAGERS.items():
        if shutil.which(manager):
            names = " ".join(sorted({names[column] for names in packages}))
            return line.format(sudo="" if is_root() else "sudo ", names=names)
    return "install what your system calls: " + " ".join(sorted(names[0] for names in packages))
