"""Writes graphs.json: measures of people and graphs by networkx 2.8 and igraph, as goldens.

Graphs: three public-domain ones that networkx ships (Zachary's karate club, Les Miserables,
Florentine families), and made ones: an isolate, a pair, a star, a clique, a triangle of unequal
ties, two components, random weighted ones.

What each number is by:
  effectiveSize, constraint, localConstraint, clustering   networkx; on the whole graph, and on
      the ego network (nx.ego_graph with the centre); weighted
  constraint on the whole graph                            igraph too; the two must agree
  unweighted effectiveSize, clustering                     the same with every weight 1
  reciprocity                                              networkx overall_reciprocity for weights
      of 1; the definition over matrices (numpy) for weighted flows
  meet                                                     networkx adamic_adar_index where all s
      are 1; the definition over matrices (numpy) where s = w / (1 + w)
  paths                                                    every simple path from networkx
      all_simple_paths, scored by multiplication and sorted
  roles                                                    the definition, over all triples

Run: /usr/bin/python3 golden/graphs.py > golden/graphs.json   (Debian's python3-networkx 2.8,
python3-igraph 0.10, python3-numpy; seeds are fixed)
"""

import json
import math
import random

import igraph
import networkx as nx
import numpy as np


def made_graphs():
    yield "isolate", nx.empty_graph(1)
    pair = nx.Graph()
    pair.add_edge(0, 1, weight=0.25)
    yield "pair", pair
    yield "star", nx.star_graph(6)
    yield "clique", nx.complete_graph(5)
    triangle = nx.Graph()
    triangle.add_weighted_edges_from([(0, 1, 0.1), (1, 2, 0.9), (0, 2, 0.3)])
    yield "unequal triangle", triangle
    two = nx.disjoint_union(nx.complete_graph(4), nx.path_graph(4))
    two.add_node(99)
    yield "two components and an isolate", two
    for seed in (1, 2, 3):
        rng = random.Random(seed)
        graph = nx.gnp_random_graph(24, 0.15 * seed, seed=seed)
        for u, v in graph.edges:
            graph[u][v]["weight"] = round(rng.random(), 4) + 0.0001
        yield f"random {seed}", graph


def shipped_graphs():
    yield "karate club", nx.karate_club_graph()
    yield "les miserables", nx.les_miserables_graph()
    yield "florentine families", nx.florentine_families_graph()


def named(graph):
    out = nx.Graph()
    out.add_nodes_from(str(n) for n in graph)
    for u, v, data in graph.edges(data=True):
        out.add_edge(str(u), str(v), weight=float(data.get("weight", 1)))
    return out


def unit(graph):
    out = graph.copy()
    for u, v in out.edges:
        out[u][v]["weight"] = 1.0
    return out


def number(value):
    return None if value is None or math.isnan(value) else float(value)


def of_person(graph, node):
    degree = graph.degree(node)
    return {
        "effectiveSize": number(nx.effective_size(graph, [node], weight="weight")[node]),
        "constraint": number(nx.constraint(graph, [node], weight="weight")[node]),
        "clustering": (number(nx.clustering(graph, [node], weight="weight")[node])
                       if degree >= 2 else None),
    }


def people(graph):
    plain = unit(graph)
    index = {n: i for i, n in enumerate(graph)}
    ig = igraph.Graph(n=len(index), edges=[(index[u], index[v]) for u, v in graph.edges])
    weights = [graph[u][v]["weight"] for u, v in graph.edges]
    other = ig.constraint(weights=weights) if weights else [float("nan")] * len(index)
    out = {}
    for node in graph:
        ego = nx.ego_graph(graph, node)
        whole = of_person(graph, node)
        if whole["constraint"] is not None:
            assert abs(whole["constraint"] - other[index[node]]) < 1e-9, (node, whole)
        size = nx.effective_size(graph, [node])[node]  # Borgatti's formula: unweighted
        out[node] = {
            "whole": whole,
            "ego": of_person(ego, node),
            "plain": {
                "effectiveSize": number(size),
                "clustering": number(nx.clustering(plain, node)) if graph.degree(node) >= 2 else None,
            },
            "local": {v: nx.local_constraint(ego, node, v, weight="weight") for v in ego[node]},
        }
    return out


def meet(graph, strength):
    nodes = list(graph)
    s = np.array([[strength(graph[u][v]["weight"]) if graph.has_edge(u, v) else 0.0
                   for v in nodes] for u in nodes])
    damping = np.array([1 / math.log(graph.degree(n)) if graph.degree(n) > 1 else 0 for n in nodes])
    scores = s @ np.diag(damping) @ s
    out = {}
    for i, u in enumerate(nodes):
        out[u] = {v: scores[i, j] for j, v in enumerate(nodes)
                  if u != v and not graph.has_edge(u, v) and scores[i, j] > 0}
    return out


def adamic_adar(graph):
    out = {n: {} for n in graph}
    for u, v, score in nx.adamic_adar_index(graph):
        if score > 0:
            out[u][v] = score
            out[v][u] = score
    return out


def best_paths(graph, source, target, introducers, limit):
    scored = []
    for path in nx.all_simple_paths(graph, source, target, cutoff=introducers + 1):
        score = 1.0
        for u, v in zip(path, path[1:]):
            w = graph[u][v]["weight"]
            score *= w / (1 + w)
        for n in path[1:-1]:
            score /= math.log(max(2, graph.degree(n)))
        scored.append(score)
    return sorted(scored, reverse=True)[:limit]


def flows(seed):
    rng = random.Random(seed)
    nodes = [f"n{i}" for i in range(9)]
    edges = [(u, v, round(rng.random() * 3, 3)) for u in nodes for v in nodes
             if u != v and rng.random() < 0.1 * seed]
    groups = {n: rng.choice(["x", "y", "z", None]) for n in nodes}
    graph = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from(edges)
    w = nx.to_numpy_array(graph, nodes)
    arcs = {(u, v) for u, v, _ in edges}
    roles = {}
    for v in nodes:
        if groups[v] is None:
            roles[v] = None
            continue
        count = dict.fromkeys(
            ["coordinator", "gatekeeper", "representative", "consultant", "liaison"], 0)
        for a in nodes:
            for b in nodes:
                if (len({a, b, v}) < 3 or groups[a] is None or groups[b] is None
                        or (a, v) not in arcs or (v, b) not in arcs or (a, b) in arcs):
                    continue
                inside_a, inside_b = groups[a] == groups[v], groups[b] == groups[v]
                name = ("coordinator" if inside_a and inside_b else
                        "gatekeeper" if inside_b else
                        "representative" if inside_a else
                        "consultant" if groups[a] == groups[b] else "liaison")
                count[name] += 1
        roles[v] = count
    return {
        "flows": edges, "groups": groups, "roles": roles,
        "reciprocity": float(np.minimum(w, w.T).sum() / w.sum()) if w.sum() else None,
        "plainReciprocity": nx.overall_reciprocity(graph) if edges else None,
    }


def main():
    out = {"graphs": [], "flows": [flows(seed) for seed in range(0, 8)]}
    for name, raw in [*made_graphs(), *shipped_graphs()]:
        graph = named(raw)
        nodes = list(graph)
        rng = random.Random(name)
        asked = [(rng.choice(nodes), rng.choice(nodes), n) for n in (0, 1, 2, 3, 2, 3)]
        out["graphs"].append({
            "name": name,
            "people": people(graph),
            "edges": [[u, v, graph[u][v]["weight"]] for u, v in graph.edges],
            "meet": meet(graph, lambda w: w / (1 + w)),
            "adamicAdar": adamic_adar(graph),
            "paths": [{"from": u, "to": v, "maxIntroducers": n,
                       "scores": best_paths(graph, u, v, n, 25)}
                      for u, v, n in asked if u != v],
        })
    print(json.dumps(out, indent=None))


main()
