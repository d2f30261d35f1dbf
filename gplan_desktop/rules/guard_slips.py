"""Words with one letter wrong: "diabtes", "pallativ", "parkinsson"."""


def begins_with_slip(word: str, root: str) -> bool:
    """Tell whether *word* begins with *root* but for one letter.

    It may be missing, extra, wrong, or have changed places with the next.
    """
    same = _letters_in_common(word, root)
    if same >= len(root) - 1:  # the last letter is the end of too many other words
        return False
    rest = root[same + 1 :]
    missing = word.startswith(rest, same)
    extra = word.startswith(root[same:], same + 1)
    wrong = len(word) > same and word.startswith(rest, same + 1)
    swapped = word.startswith(rest[:1] + root[same] + rest[1:], same)
    return missing or extra or wrong or swapped


def _letters_in_common(word: str, root: str) -> int:
    for place, (one, other) in enumerate(zip(word, root, strict=False)):
        if one != other:
            return place
    return min(len(word), len(root))
