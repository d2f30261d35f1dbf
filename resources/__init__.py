"""The program's own files: method, examples, dictionary, fonts, icons and pictures."""

from importlib.resources import files


def read_bytes(path: str) -> bytes:
    """The content of the file at *path*, relative to this package, as bytes."""
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError(f"resource paths stay inside the package: {path}")
    return files(__name__).joinpath(path).read_bytes()


def read_text(path: str) -> str:
    """The content of the UTF-8 file at *path*, relative to this package."""
    return read_bytes(path).decode("utf-8")
