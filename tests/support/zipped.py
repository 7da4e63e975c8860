"""An asset as CDK sends it and Lambda unpacks it: deflated, and every date 1980."""

import os
import stat
import zipfile
from pathlib import Path
from typing import Final

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
LONG_AGO_S: Final = 315_532_800


def zipped(folder: Path, to: Path) -> Path:
    """The archive's file, named by the asset."""
    file = to / f"{folder.name}.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for inside in sorted(f for f in folder.rglob("*") if f.is_file()):
            entry = zipfile.ZipInfo(str(inside.relative_to(folder)), LONG_AGO)
            entry.external_attr = stat.S_IMODE(inside.stat().st_mode) << 16
            archive.writestr(entry, inside.read_bytes(), zipfile.ZIP_DEFLATED)
    return file


def unzipped(file: Path, to: Path) -> None:
    """zipfile leaves files with the time of unpacking, Lambda with the archive's."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(to)
        for name in archive.namelist():
            os.utime(to / name, (LONG_AGO_S, LONG_AGO_S))
