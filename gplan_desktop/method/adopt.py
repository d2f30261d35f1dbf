"""Takes a municipality's own metodstöd into use, and goes back to the built-in one."""

import shutil
from pathlib import Path

from gplan_desktop.errors import FolderReadOnly
from gplan_desktop.method.in_use import MethodInUse, in_use
from gplan_desktop.method.load import built_in, load
from gplan_desktop.method.own_folder import own_files
from gplan_desktop.method.role_data import RoleData, role_data
from gplan_desktop.method.sources import built_in_text


def offered_roles(chosen: Path | None) -> RoleData:
    """Return what the own metodstöd in *chosen* says of the roles, or the built-in one.

    Raises:
        MethodError: when something in it is wrong.
    """
    method = load(built_in_text, own_files(chosen)).method if chosen else built_in()
    return role_data(method)


def adopt(chosen: Path, folder: Path) -> MethodInUse:
    """Copy the own metodstöd in *chosen* to *folder*, where it is used from now on.

    Raises:
        MethodError: when something in it is wrong; what was in use stays so.
        FolderReadOnly: when it cannot be copied.
    """
    texts = own_files(chosen)
    loaded = load(built_in_text, texts)
    unfinished = folder.with_name(f"{folder.name}.partial")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        for name, text in texts.items():
            target = unfinished / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        _put_aside(folder)
        unfinished.rename(folder)
    except OSError as error:
        raise FolderReadOnly(folder.parent) from error
    return in_use(loaded, texts)


def leave(folder: Path) -> MethodInUse:
    """Use the built-in metodstöd from now on; the own files are put aside, not deleted.

    Raises:
        FolderReadOnly: when the folder cannot be moved.
    """
    try:
        _put_aside(folder)
    except OSError as error:
        raise FolderReadOnly(folder.parent) from error
    return MethodInUse(built_in())


def _put_aside(folder: Path) -> None:
    aside = folder.with_name(f"{folder.name}.before")
    if folder.exists():
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
