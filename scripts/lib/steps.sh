# shellcheck shell=bash
# Runs named steps to the end even when one fails, and reports them in one table.

table=()
failed=0

step() {
    local name="$1" start="${begun_at:-$EPOCHREALTIME}" result="ok"
    printf '\n── %s\n' "$name"
    "${@:2}" || result="FAILED ($?)"
    [[ $result == ok ]] || failed=$((failed + 1))
    table+=("$(printf '%-14s %8s s  %s' "$name" "$(seconds_since "$start")" "$result")")
}

# Starts a step that runs beside those that follow, until `finish` waits for it and shows what it said.
begin() {
    begun="$1" started_at="$EPOCHREALTIME" said="$(mktemp)"
    "${@:2}" >"$said" 2>&1 &
    process=$!
}

finish() {
    begun_at="$started_at" step "$begun" outcome
}

outcome() {
    local code=0
    wait "$process" || code=$?
    cat "$said"
    rm "$said"
    return "$code"
}

seconds_since() {
    local tenths=$(((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}) / 100000))
    printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# Keeps for ./scripts/release whether all steps passed, and of which commit.
record_result() {
    local commit clean=false passed=false
    commit="$(git rev-parse HEAD 2>/dev/null)" || return 0
    [[ -n $(git status --porcelain) ]] || clean=true
    ((failed)) || passed=true
    mkdir -p .cache
    printf '{"commit": "%s", "clean": %s, "passed": %s}\n' "$commit" "$clean" "$passed" >.cache/hasil-uji.json
}

# Ends the script: zero only when every step passed.
report() {
    printf '\n'
    printf '%s\n' "${table[@]}"
    if ((failed)); then
        printf '\n%d of %d steps failed.\n' "$failed" "${#table[@]}"
        exit 1
    fi
    printf '\nAll %d steps passed.\n' "${#table[@]}"
}
