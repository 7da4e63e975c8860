"""What synthesis wrote: one stack's template and its assets."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.local.environment import ACCOUNT, REGION


@dataclass(frozen=True, slots=True)
class Asset:
    bucket: str
    key: str
    source: Path
    folder: bool

    def content(self) -> bytes:
        return _zipped(self.source) if self.folder else self.source.read_bytes()


@dataclass(frozen=True, slots=True)
class Assembly:
    folder: Path
    stack: str

    @property
    def template(self) -> str:
        """Without the indentation CDK writes it with."""
        return json.dumps(self._read("template"), separators=(",", ":"))

    @property
    def fingerprint(self) -> str:
        """Assets are named by their content, so the two files say everything."""
        return hashlib.sha256(
            (self.template + json.dumps(self._read("assets"))).encode()
        ).hexdigest()

    def assets(self) -> Iterator[Asset]:
        for file in self._read("assets")["files"].values():
            for place in file["destinations"].values():
                yield Asset(
                    _here(place["bucketName"]),
                    _here(place["objectKey"]),
                    self.folder / file["source"]["path"],
                    file["source"]["packaging"] == "zip",
                )

    def _read(self, what: str) -> Any:
        return json.loads((self.folder / f"{self.stack}.{what}.json").read_text(encoding="utf-8"))


def _here(name: str) -> str:
    """The account, region and partition CDK leaves to the one who deploys."""
    for pseudo, known in (("AccountId", ACCOUNT), ("Region", REGION), ("Partition", "aws")):
        name = name.replace(f"${{AWS::{pseudo}}}", known)
    return name


def _zipped(folder: Path) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder))
    return written.getvalue()
