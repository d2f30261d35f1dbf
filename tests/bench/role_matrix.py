"""What each role may do with the store, found by trying it, as a Markdown table.

Run by hand: `python tests/bench/role_matrix.py`.
"""

import runpy
import tempfile
from pathlib import Path

from gplan_desktop.domain.overview import Unit
from gplan_desktop.method.load import built_in
from gplan_desktop.store.store import create

_TRYING = Path(__file__).parents[1] / "store" / "test_access.py"


def main() -> None:
    """Try everything in an empty unit, as the test does, and print the table."""
    roles, trying = built_in().access.roles, runpy.run_path(str(_TRYING))
    with tempfile.TemporaryDirectory() as folder:
        unit = Unit("Enheten", "Anna Ek", practice=False)
        store = create(Path(folder) / "unit.db", bytes(32), unit)
        permissions = {name: m.__dict__.get("permission") for name, m in trying["methods"](store)}
        found = trying["tried"](store, roles)
        store.close()
    labels = [role.label for role in roles.values()]
    print(f"| method | permission | {' | '.join(labels)} |")
    print(f"|---|---|{':-:|' * len(labels)}")
    for name, let_in in found.items():
        marks = " | ".join("x" if let_in[role] else "" for role in roles)
        permission = permissions[name]
        print(f"| `{name}` | {permission.value if permission else '–'} | {marks} |")


if __name__ == "__main__":
    main()
