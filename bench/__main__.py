"""Command line of the benchmarks: ``python -m bench``."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bantin.catalog import build_catalog
from bantin.reading import read
from bantin.reading.registry import read_registries
from bantin.runtime.clock import build_date
from bench.converters import compare
from bench.corpus import Corpus, write_project
from bench.desk import count_at_desk, desk_table
from bench.fuzz import TARGETS
from bench.fuzz import fuzz as try_all
from bench.importing import (
    count_keys,
    keys_table,
    replay,
    replay_table,
    score_pages,
    score_table,
)
from bench.peers import PEERS
from bench.plot import plot as draw
from bench.publishing import compare_publishing
from bench.reading import compare as compare_pages
from bench.report import heading, insert, load, rows_of
from bench.report import table as tabulate
from bench.run import CASES, Bench, Plan, save
from bench.search import compare_search, save_result
from bench.search.engines import ENGINES
from bench.search.second import ask_second, second_table
from bench.search.siblings import ask_for_years
from bench.search.table import tables
from bench.serving import compare_serving
from bench.statements import count_untrue, dimmed
from bench.strays import throw_all
from bench.words import try_bodies

HERE = Path(__file__).parent
ROOT, RESULTS, README = HERE.parent, HERE / "results", HERE / "README.md"
WRITE = click.option("-w", "--write", is_flag=True, help="Put it into README.md.")
FILES = click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Measure our build beside other generators; alone: `run` with its defaults."""
    if context.invoked_subcommand is None:
        context.invoke(run)


@main.command()
def queries() -> None:
    """Ask the second set of queries, written by a hand that had not seen the search."""
    asked = ask_second()
    click.echo(second_table(asked))
    click.echo("\n".join(f"{one.kind}: {one.text} ({one.rank})" for one in asked if one.rank != 1))


@main.command()
@FILES
def desk(files: tuple[Path, ...]) -> None:
    """Count the keys from each file to a published page at the editing desk; needs CHROMIUM."""
    click.echo(desk_table(count_at_desk(files)))


@main.command()
@click.argument("file", default="data/import-answers.jsonl", type=click.Path(path_type=Path))
def answers(file: Path) -> None:
    """Read again what editors answered to ``bantin accept``: precision by field and site."""
    registries, _ = read_registries(ROOT / "data")
    click.echo(replay_table(replay(file, registries).items()))


@main.command()
@click.option("-m", "--misses", is_flag=True, help="Every page that is not wholly right.")
@click.option("-p", "--part", type=click.IntRange(1, 2), default=1, help="Which set.")
def pages(part: int, *, misses: bool) -> None:
    """Read the pages with known truth: precision and recall of each field."""
    scores = score_pages(part)
    click.echo(score_table(scores))
    for name, score in scores.items() if misses else ():
        click.echo("\n".join([f"\n{name}", *score.misses]))


@main.command()
@FILES
def keys(files: tuple[Path, ...]) -> None:
    """Count the keys from each file to a published article."""
    click.echo(keys_table(count_keys(files)))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-n", "--count", default=1_000, show_default=True, help="Articles.")
@click.option("--seed", default=1, show_default=True)
def corpus(folder: Path, count: int, seed: int) -> None:
    """Write a project with made-up articles into FOLDER, replacing it."""
    made = Corpus(ROOT / "docs", ROOT / "data", seed)
    written = write_project(ROOT, folder, made.items(count))
    click.echo(f"{written} articles in {folder}")


@main.command()
@click.option("-n", "--count", default=3_400, show_default=True, help="Articles.")
def siblings(count: int) -> None:
    """Ask for single years of programmes that are reviewed every year."""
    for kind, asked, right in ask_for_years(ROOT, HERE / ".cache" / "work", count):
        click.echo(f"{kind}: {right} of {asked} first")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-d", "--dim", default=0.0, help="Share of conferences whose day is taken away.")
def statements(folder: Path, dim: float) -> None:
    """Count what the pages of a project would say of time and place that is not so."""
    content = dimmed(read(folder / "docs", folder / "data"), dim)
    catalog = build_catalog(content, build_date(os.environ))
    unknown = sum(1 for bounds in catalog.bounds.values() if not bounds.year)
    click.echo(f"{len(catalog.articles)} articles, {unknown} of no known year")
    for kind, count in count_untrue(catalog).items():
        click.echo(f"{count:6} {kind}")


@main.command()
@click.option("-n", "--count", default=10_000, show_default=True, help="Bodies.")
def words(count: int) -> None:
    """Try whether made-up bodies lose a word or figure on the way to their pages."""
    click.echo(try_bodies(count))


@main.command()
@click.option("-n", "--count", multiple=True, type=int, default=(1_000,), show_default=True)
@click.option("-r", "--rounds", default=5, show_default=True)
@click.option("-g", "--generator", "names", multiple=True, type=click.Choice(list(PEERS)))
@click.option("-c", "--case", "cases", multiple=True, type=click.Choice(CASES), default=CASES)
def run(
    count: tuple[int, ...], rounds: int, names: tuple[str, ...], cases: tuple[str, ...]
) -> None:
    """Run generators in turns and keep the results."""
    bench = Bench(ROOT, HERE / ".cache", click.echo)
    for articles in count:
        results = bench.run(Plan(articles, rounds, names or list(PEERS), cases))
        file = save(results, RESULTS)
        click.echo(f"{tabulate(rows_of([results]))}\n\n{file}")


@main.command()
@FILES
@WRITE
def table(files: tuple[Path, ...], *, write: bool) -> None:
    """Print results as a Markdown table; without FILES, all that are kept."""
    results = load(files or sorted(RESULTS.glob("*.json")))
    show(f"{heading(results)}\n\n{tabulate(rows_of(results))}", "build", write=write)


@main.command()
@FILES
@click.option("-o", "--output", type=click.Path(path_type=Path), default=HERE / "scaling.svg")
def plot(files: tuple[Path, ...], output: Path) -> None:
    """Draw time and memory against the number of articles."""
    results = load(files or sorted(RESULTS.glob("*.json")))
    output.write_text(draw(rows_of(results)), encoding="utf-8", newline="\n")


@main.command()
@click.option("-n", "--count", default=1_000, show_default=True, help="Articles to time.")
@WRITE
def converters(count: int, *, write: bool) -> None:
    """Compare Markdown converters."""
    show(compare(ROOT, HERE / ".cache", count), "converters", write=write)


@main.command()
@click.option("-r", "--rounds", default=5, show_default=True, help="Loads of each page.")
@WRITE
def reading(rounds: int, *, write: bool) -> None:
    """Load pages in a throttled Chromium beside those of plain Material."""
    show(compare_pages(ROOT, HERE / ".cache", rounds), "reading", write=write)


@main.command()
@click.option("-n", "--count", default=0, help="Articles, at least those of the archive.")
@click.option("-e", "--engine", "names", multiple=True, type=click.Choice(list(ENGINES)))
@WRITE
def search(count: int, names: tuple[str, ...], *, write: bool) -> None:
    """Compare search engines over the archive and, beyond it, made-up articles."""
    result = compare_search(ROOT, HERE / ".cache", count, names, click.echo)
    save_result(result, RESULTS / "search" / f"{count}.json")
    show(tables(result), f"search-{count}", write=write)


@main.command()
@click.option("-n", "--count", default=10_000, show_default=True, help="Made-up articles; or 0.")
@WRITE
def publishing(count: int, *, write: bool) -> None:
    """Time what publishing adds to the pages, and releases."""
    show(compare_publishing(ROOT, HERE / ".cache", count), "publishing", write=write)


@main.command()
@click.option("-n", "--requests", default=4_000, show_default=True, help="Of each kind a round.")
@click.option("-r", "--rounds", default=5, show_default=True)
@WRITE
def serving(requests: int, rounds: int, *, write: bool) -> None:
    """Load the released portal under nginx, beside the same file served bare."""
    show(compare_serving(ROOT, HERE / ".cache", requests, rounds), "serving", write=write)


@main.command()
@click.option("-n", "--cases", default=100_000, show_default=True, help="For the quickest targets.")
@click.option("-t", "--target", "names", multiple=True, type=click.Choice(list(TARGETS)))
@WRITE
def fuzz(cases: int, names: tuple[str, ...], *, write: bool) -> None:
    """Feed made-up bytes to everything that reads."""
    show(try_all(ROOT, HERE / ".cache", cases, names, click.echo), "fuzz", write=write)


@main.command()
@click.option("-n", "--trees", default=10_000, show_default=True, help="In memory.")
@click.option("-p", "--previews", default=200, show_default=True, help="Built over.")
def strays(trees: int, previews: int) -> None:
    """Throw random files into docs/: each is told or harmless, and none reaches a site."""
    with TemporaryDirectory() as folder:
        throw_all(ROOT, Path(folder), trees, previews, click.echo)


def show(text: str, mark: str, *, write: bool) -> None:
    """Print a section, or put it between its marks in the README."""
    if write:
        insert(README, mark, text)
    else:
        click.echo(text)


if __name__ == "__main__":
    main()
