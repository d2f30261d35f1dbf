"""Where this computer keeps what lets a user in without a passphrase (the system's own safe)."""

import logging
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)

_SERVICE = "Gplan"


class Safe(Protocol):
    """A place for one secret per vault; where there is none, nothing is offered."""

    def is_there(self) -> bool:
        """Whether secrets can be kept on this computer."""

    def read(self, name: str) -> str:
        """Return the secret called *name*; nothing when it is not there."""

    def write(self, name: str, secret: str) -> bool:
        """Keep the secret; False when the computer refuses."""

    def delete(self, name: str) -> None:
        """Forget the secret, if it is there."""


class SystemSafe:
    """The safe of Windows' login, through keyring. A safe that fails is a safe that is missing.

    Everything that runs in the same login can read it, so it is off until
    the user asks for it. What the system's safes raise is not to be known.
    """

    def is_there(self) -> bool:
        """Whether keyring is installed and has found a safe that it recommends."""
        try:
            return bool(_backend().priority > 0)
        except Exception:  # noqa: BLE001 - as the class says
            return False

    def read(self, name: str) -> str:
        """Return the secret called *name*; nothing when it is not there."""
        try:
            return _backend().get_password(_SERVICE, name) or ""
        except Exception:  # noqa: BLE001 - as the class says
            _log.info("the system's safe could not be read")
            return ""

    def write(self, name: str, secret: str) -> bool:
        """Keep the secret; False when the computer refuses."""
        try:
            _backend().set_password(_SERVICE, name, secret)
        except Exception:  # noqa: BLE001 - as the class says
            _log.info("the system's safe could not be written")
            return False
        return self.read(name) == secret

    def delete(self, name: str) -> None:
        """Forget the secret, if it is there."""
        try:
            _backend().delete_password(_SERVICE, name)
        except Exception:  # noqa: BLE001 - as the class says
            _log.info("the system's safe held no such secret")


def _backend() -> "KeyringBackend":
    """Return the system's safe. Finding it takes most of a second, so only when it is asked for."""
    import keyring  # noqa: PLC0415 - as above

    backend = keyring.get_keyring()
    if hasattr(backend, "persist"):
        # Windows would let it follow the user to other computers.
        backend.persist = "local machine"
    return backend
