#!/usr/bin/env bash
# Writes src/kafka/jars.txt again: every jar that the broker needs to run, with checksum and size.
# Needs Maven; run it when a version in pom.xml changes, look at the difference, commit it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jars=$(mktemp -d)
trap 'rm -rf "$jars"' EXIT

mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime \
  -Dmdep.useRepositoryLayout=true -DoutputDirectory="$jars"
cd "$jars"
{
  echo '# sha256, bytes, path below the address of Maven Central; written by infra/local/kafka-jars/write-list.sh'
  find . -name '*.jar' | sed 's#^\./##' | LC_ALL=C sort | while read -r jar; do
    echo "$(sha256sum "$jar" | cut -d' ' -f1) $(stat -c %s "$jar") $jar"
  done
} >"$here/../src/kafka/jars.txt"
wc -l <"$here/../src/kafka/jars.txt"
