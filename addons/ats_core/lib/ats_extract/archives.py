"""ZIP containers read with bounds: entry count, declared size, streamed size, ratio."""

import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

_EOCD = b"PK\x05\x06"
_ZIP64_LOCATOR = b"PK\x06\x07"
_CHUNK = 64 * 1024
_DIRECTORY_BYTES_PER_ENTRY = 320
_RATIO_FREE_BYTES = 4 * 1024 * 1024


class ArchiveRefused(Exception):
    """The container is not read; `reason` is damaged, too_large or encrypted."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """Bounds of one container."""

    entries: int = 2000
    unpacked: int = 25 * 1024 * 1024
    ratio: int = 100


def end_record(data: bytes) -> tuple[int, int] | None:
    """Return offset and directory size of the ZIP trailer that ends `data`, if there is one."""
    offset = data.rfind(_EOCD, max(0, len(data) - 22 - 65535))
    if offset < 0 or len(data) - offset < 22:
        return None
    size, _start, comment = struct.unpack_from("<IIH", data, offset + 12)
    return (offset, size) if offset + 22 + comment == len(data) else None


class BoundedArchive:
    """A ZIP container whose directory and members cannot exceed the limits."""

    def __init__(self, data: bytes, limits: ArchiveLimits = ArchiveLimits()):  # noqa: B008 (frozen)
        self._limits = limits
        self._left = limits.unpacked
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
            raise ArchiveRefused("damaged") from error
        self._entries = self._zip.infolist()
        self._check_declared(len(data))
        self.names = frozenset(entry.filename for entry in self._entries)

    def _check_directory(self, data: bytes) -> None:
        trailer = end_record(data)
        if trailer is None:
            raise ArchiveRefused("damaged")
        offset, size = trailer
        if data[max(0, offset - 20) :].startswith(_ZIP64_LOCATOR):
            raise ArchiveRefused("too_large")
        if size > self._limits.entries * _DIRECTORY_BYTES_PER_ENTRY:
            raise ArchiveRefused("too_large")

    def _check_declared(self, packed: int) -> None:
        declared = sum(entry.file_size for entry in self._entries)
        if len(self._entries) > self._limits.entries or declared > self._limits.unpacked:
            raise ArchiveRefused("too_large")
        if declared > _RATIO_FREE_BYTES and declared > packed * self._limits.ratio:
            raise ArchiveRefused("too_large")
        starts = [entry.header_offset for entry in self._entries]
        if len(set(starts)) != len(starts):
            raise ArchiveRefused("damaged")
        if any(entry.flag_bits & 0x1 for entry in self._entries):
            raise ArchiveRefused("encrypted")

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member; all members together stay under the unpacked limit.

        The size in the directory may lie: what counts is what comes out of the stream.
        """
        if name not in self.names:
            raise ArchiveRefused("damaged")
        try:
            with self._zip.open(name) as member:
                while chunk := member.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise ArchiveRefused("too_large")
                    yield chunk
        except ArchiveRefused:
            raise
        except Exception as error:  # a forged member makes zlib, struct, EOF, CRC errors at will
            raise ArchiveRefused("damaged") from error

    def read(self, name: str, limit: int) -> bytes:
        """Return at most the first `limit` bytes of a member."""
        parts, size = [], 0
        for chunk in self.chunks(name):
            parts.append(chunk)
            size += len(chunk)
            if size >= limit:
                break
        return b"".join(parts)[:limit]
