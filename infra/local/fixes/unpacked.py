"""ministack unpacks code and layer anew for every worker; here each asset is unpacked once."""

import hashlib
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime


class _Zipfile:
    """The module `zipfile`, but for how an archive is unpacked."""

    def __init__(self, kept: Path) -> None:
        kept.mkdir(parents=True, exist_ok=True)
        self._kept = kept

    def __getattr__(self, name: str) -> Any:
        return getattr(zipfile, name)

    def ZipFile(self, path: str) -> "_Asset":
        return _Asset(path, self._kept)


class _Asset(zipfile.ZipFile):
    def __init__(self, path: str, kept: Path) -> None:
        super().__init__(path)
        self._kept = kept / hashlib.sha256(Path(path).read_bytes()).hexdigest()[:32]

    def namelist(self) -> list[str]:
        """The engine looks where each of thousands of names leads: once an asset is enough."""
        return [] if self._kept.exists() else super().namelist()

    def extractall(self, path: Any = None, members: Any = None, pwd: Any = None) -> None:
        """Link the asset's files into the worker's folder; nobody writes to them there."""
        if not self._kept.exists():
            self._unpack()
        for entry in self._kept.iterdir():
            (Path(path) / entry.name).symlink_to(entry)

    def _unpack(self) -> None:
        with tempfile.TemporaryDirectory(dir=self._kept.parent) as making:
            whole = Path(making) / "whole"
            super().extractall(whole)
            try:
                whole.rename(self._kept)
            except OSError:  # another worker was faster
                if not self._kept.exists():
                    raise


def install(kept: Path) -> None:
    lambda_runtime.zipfile = _Zipfile(kept)
