#!/usr/bin/env bash
# Loads what the Spark engine built into a database of Oxigraph, without a server, in parallel:
#
#     load.sh OUT DATA
#
# OUT is the folder of the build on this machine (from a cluster: hdfs dfs -get, s5cmd cp), DATA the database, which
# must not be there yet. Then: oxigraph serve-read-only --location DATA. Each statement is loaded into its named graph,
# and once more into the default graph, as every query of graph-builder that names no graph expects it.
set -euo pipefail
out=${1:?the folder of the build} data=${2:?the database to make}
[ -e "$out/_GRAPH_BUILDER" ] || { echo "$out is no whole build of the Spark engine" >&2; exit 2; }
[ ! -e "$data" ] || { echo "$data is there already; choose another name" >&2; exit 2; }
new=$data.new
rm -rf "$new"
oxigraph load --location "$new" --file "$out"/graph/*.nq.gz
gzip -dc "$out"/graph/*.nq.gz | sed -E 's/ <[^<> ]+> \.$/ ./' | oxigraph load --location "$new" --format nt
mv "$new" "$data"
