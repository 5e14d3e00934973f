"""Segments built from articles: their own fields, those of their records, synonyms, other names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from bantin.markdown import BodySection
from bantin.search.format.settings import REGISTRY
from bantin.search.indexing.articles import IndexedArticle, IndexInput
from bantin.search.indexing.fields import Field, RegistryFields, other_fields, own_fields
from bantin.search.indexing.inverter import Inverter, TokenisedFields
from bantin.search.indexing.names import OtherName
from bantin.search.indexing.segment import Segment


class ArticleContent(NamedTuple):
    """What an article is indexed and shown by.

    Attributes:
        indexed: the article.
        sections: of its body.
        other_names: of the agencies and provinces that it names.
    """

    indexed: IndexedArticle
    sections: tuple[BodySection, ...]
    other_names: tuple[OtherName, ...]


def read_content(source: IndexInput, indexed: IndexedArticle) -> ArticleContent:
    """Read the body of an article."""
    sections = tuple(source.read_sections(indexed.article))
    return ArticleContent(indexed, sections, source.names.of_article(indexed.article))


class _ArticleTexts(NamedTuple):
    """The texts of an article: its own, those of each record, those of each other name."""

    own: TokenisedFields
    records: tuple[TokenisedFields, ...]
    other_names: tuple[TokenisedFields, ...]


class SegmentBuilder:
    """Builds segments; the words it has met take much memory, but serve all later articles."""

    def __init__(self, source: IndexInput) -> None:
        self._synonyms = source.synonyms
        self._inverter = Inverter(source.synonyms.key_words)
        self._registry_fields = RegistryFields(source.catalog)
        self._tokenise_synonym = cache(partial(_tokenise_synonym, self._inverter))

    def build(self, contents: Sequence[ArticleContent]) -> Segment:
        """Return articles as a segment."""
        articles = [self._tokenise(content) for content in contents]
        synonyms = self._find_synonyms(
            text for article in articles for text in (article.own, *article.records)
        )
        return self._inverter.invert(
            (content.indexed.fingerprint, self._texts(article, synonyms))
            for content, article in zip(contents, articles, strict=True)
        )

    def _tokenise(self, content: ArticleContent) -> _ArticleTexts:
        article, once = content.indexed.article, self._inverter.tokenise_once
        return _ArticleTexts(
            self._inverter.tokenise(tuple(own_fields(article, content.sections))),
            tuple(map(once, self._registry_fields.of(article))),
            tuple(map(once, map(other_fields, content.other_names))),
        )

    def _find_synonyms(self, texts: Iterable[TokenisedFields]) -> dict[TokenisedFields, set[str]]:
        """Return for each text the synonyms of the forms in it."""
        distinct = list(dict.fromkeys(texts))
        lines = ["\n".join(field.text for field in text.fields) for text in distinct]
        found = self._synonyms.find(lines, *self._inverter.key_words(distinct))
        return dict(zip(distinct, found, strict=True))

    def _texts(
        self, article: _ArticleTexts, synonyms: Mapping[TokenisedFields, set[str]]
    ) -> Iterator[TokenisedFields]:
        """Yield the texts by rising source: positions count within the own text, the first."""
        yield article.own
        yield from article.records
        forms = synonyms[article.own].union(*(synonyms[text] for text in article.records))
        yield from map(self._tokenise_synonym, forms)
        yield from article.other_names


def _tokenise_synonym(inverter: Inverter, form: str) -> TokenisedFields:
    """Return what a synonym adds to texts that have another form."""
    return inverter.tokenise((Field(form, 1, REGISTRY),))
