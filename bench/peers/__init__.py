"""The generators we measure: our own and its peers, each with the same articles to build."""

from bench.peers.eleventy import Eleventy
from bench.peers.hugo import Hugo
from bench.peers.material import Material, MaterialBlog
from bench.peers.ours import Ours
from bench.peers.peer import Peer, Task
from bench.peers.zensical import Zensical

__all__ = ["PEERS", "Peer", "Task"]

PEERS: dict[str, type[Peer]] = {
    "ours": Ours,
    "hugo": Hugo,
    "eleventy": Eleventy,
    "material": Material,
    "blog": MaterialBlog,
    "zensical": Zensical,
}
