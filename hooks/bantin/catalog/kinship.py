"""Which articles may speak of the same work: a programme in common, or an agency."""

from bantin.catalog.articles import programs_of
from bantin.catalog.lineage import Lineage
from bantin.model import Article, Registries


class Kinship:
    """Compares articles by the programmes and agencies they name, whatever these became."""

    def __init__(self, registries: Registries) -> None:
        self._registries, self._lineage = registries, Lineage(registries)

    def are_related(self, article: Article, other: Article) -> bool:
        """Whether two articles have a programme in common, in any period, or an agency."""
        if self.programs(article) & self.programs(other):
            return True
        return bool(self.agencies(article) & self.agencies(other))

    def programs(self, article: Article) -> set[str]:
        """Return the programmes of an article in all periods, and those that they carry out."""
        records = self._registries.programs
        found = [records[id_] for id_ in programs_of(article) if id_ in records]
        above = [records.get(program.implements or "") for program in found]
        found += filter(None, above)
        return {period.id for program in found for period in self._lineage.terms(program)}

    def agencies(self, article: Article) -> set[str]:
        """Return the agencies of an article and of its tasks, with what became of them."""
        records = self._registries.agencies
        owners = [one.id for note in article.front.tasks for one in note.owners if one.id]
        ids = {*article.agency_ids, *owners}
        known = [records[id_] for id_ in ids if id_ in records]
        return ids | {now.id for one in known for now in self._lineage.today_of_agency(one)}
