import sys

import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringError, PasswordDeleteError

from gplan_desktop.vault.device_safe import SystemSafe


class Working(KeyringBackend):
    """A safe as Windows has it, in memory."""

    priority = 5
    persist = "enterprise"

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


class Raising(Working):
    """A safe that says it is there, and then fails at everything."""

    def get_password(self, service, username):
        raise KeyringError

    set_password = delete_password = lambda *_: 1 / 0


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch):
    return lambda found: monkeypatch.setattr(keyring.core, "_keyring_backend", found)


def test_a_secret_is_kept_read_and_forgotten_on_this_computer_only(backend):
    safe, system = SystemSafe(), Working()
    backend(system)
    assert safe.is_there()
    assert safe.write("vault", "secret")
    assert (safe.read("vault"), safe.read("other")) == ("secret", "")
    assert system.persist == "local machine"
    safe.delete("vault")
    safe.delete("vault")
    assert safe.read("vault") == ""


@pytest.mark.parametrize("missing", [fail.Keyring(), null.Keyring(), Raising()])
def test_a_safe_that_fails_keeps_nothing_and_stops_nobody(backend, missing):
    safe = SystemSafe()
    backend(missing)
    assert safe.is_there() is isinstance(missing, Raising)
    assert not safe.write("vault", "secret")
    assert safe.read("vault") == ""
    safe.delete("vault")


def test_a_computer_without_keyring_is_not_offered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    safe = SystemSafe()
    assert not safe.is_there()
    assert not safe.write("vault", "secret")
    assert safe.read("vault") == ""
