"""How far apart two short words are."""


def distance(first: str, second: str, most: int) -> int:
    """Return how many letters must change, come, go or swap places; ``most`` + 1 if more."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before, above = [0] * (len(second) + 1), list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            swapped = i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other
            row.append(min(cost, before[j - 2] + 1) if swapped else cost)
        before, above = above, row
    return min(above[-1], most + 1)


def reach(word: str) -> int:
    """How many slips are forgiven in a word."""
    return 0 if len(word) < 2 else 1 if len(word) < 8 else 2  # noqa: PLR2004
