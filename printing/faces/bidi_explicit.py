"""What a text itself says about its direction: embeddings, overrides and isolates (UAX 9)."""

_DEEPEST = 125
ISOLATES = frozenset(("LRI", "RLI", "FSI"))
EMBEDDINGS = frozenset(("LRE", "RLE", "LRO", "RLO"))
_OVERRIDES = {"LRO": "L", "RLO": "R"}
REMOVED = EMBEDDINGS | {"PDF", "BN"}


class Embeddings:
    """What is open at a place in the text: levels, overrides and isolates (X1)."""

    def __init__(self, base: int) -> None:
        self._open = [(base, "", False)]
        self._isolates = 0
        self._too_deep_isolates = 0
        self._too_deep_embeddings = 0

    @property
    def level(self) -> int:
        """The level of what stands here."""
        return self._open[-1][0]

    @property
    def override(self) -> str:
        """The kind that everything here is taken for, if any."""
        return self._open[-1][1]

    def begin(self, kind: str, direction: int) -> None:
        """Open an embedding or isolate that runs to the left if *direction* is 1 (X2–X5c)."""
        deeper = self.level + 1 + (self.level % 2 == direction)
        is_isolate = kind in ISOLATES
        is_full = deeper > _DEEPEST or self._too_deep_isolates or self._too_deep_embeddings
        if not is_full:
            self._isolates += is_isolate
            self._open.append((deeper, _OVERRIDES.get(kind, ""), is_isolate))
        elif is_isolate:
            self._too_deep_isolates += 1
        elif not self._too_deep_isolates:
            self._too_deep_embeddings += 1

    def end_isolate(self) -> None:
        """Close the isolate, and with it the embeddings within it (X6a)."""
        if self._too_deep_isolates:
            self._too_deep_isolates -= 1
        elif self._isolates:
            self._too_deep_embeddings = 0
            while not self._open[-1][2]:
                self._open.pop()
            self._open.pop()
            self._isolates -= 1

    def end_embedding(self) -> None:
        """Close the embedding (X7)."""
        if self._too_deep_isolates:
            return
        if self._too_deep_embeddings:
            self._too_deep_embeddings -= 1
        elif len(self._open) > 1 and not self._open[-1][2]:
            self._open.pop()


def matching_isolates(kinds: list[str]) -> dict[int, int]:
    """Return where each isolate ends (BD9)."""
    matches, stack = {}, []
    for at, kind in enumerate(kinds):
        if kind in ISOLATES:
            stack.append(at)
        elif kind == "PDI" and stack:
            matches[stack.pop()] = at
    return matches
