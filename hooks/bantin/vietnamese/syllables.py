"""Whether a word can be a Vietnamese syllable: an onset, a rhyme and a tone that go together.

It tells a slip of the keyboard (“hôih”) from a word that is merely new (“rừng”). The tables are
sent to the browser, which asks the same of them.
"""

from functools import cache
from itertools import product
from unicodedata import normalize

from bantin.vietnamese.fold import fold
from bantin.vietnamese.tone import without_tones

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu "
    "iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn "
    "oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt "
    "ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông "
    "uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương "
    "ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
SYLLABLES = {"onsets": ONSETS.split(), "rhymes": RHYMES.split()}
ACUTE, DOT_BELOW = "\u0301", "\u0323"
TONES = "\u0300\u0309\u0303\u0301\u0323"
STOPS = ("c", "ch", "p", "t")


def is_syllable(word: str) -> bool:
    """Whether a word in small letters can be Vietnamese; typed without diacritics, with some."""
    toneless = without_tones(word)
    if word == fold(word):
        return toneless in _syllables(is_bare=True)
    tones = [char for char in normalize("NFD", word) if char in TONES]
    is_tone_right = tones in ([ACUTE], [DOT_BELOW]) or not toneless.endswith(STOPS)
    return len(tones) < len("aa") and is_tone_right and toneless in _syllables(is_bare=False)


@cache
def _syllables(*, is_bare: bool) -> frozenset[str]:
    """Return all toneless syllables, or what is left of them without any diacritics."""
    onsets, rhymes = ("", *SYLLABLES["onsets"]), SYLLABLES["rhymes"]
    # The letter q is always followed by u.
    whole = (
        onset + rhyme for onset, rhyme in product(onsets, rhymes) if onset != "q" or rhyme[0] == "u"
    )
    return frozenset(map(fold, whole) if is_bare else whole)
