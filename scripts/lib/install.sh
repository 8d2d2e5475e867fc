# shellcheck shell=bash
# shellcheck disable=SC2154 # root and venv come from setup.sh
# The slow half of set-up: finds Python, asks apt for what is missing and fills .venv.
# Stamps are written last, so an interrupted set-up is simply done again.
# Editors see these messages, so they are in Indonesian.

# shellcheck source=scripts/lib/system.sh
source "$root/scripts/lib/system.sh"

log="$root/.setup.log"
command_line="./scripts/$(basename "$0")"

say() {
    printf '%s\n' "$@" >&2
}

stop() {
    say "$@"
    exit 2
}

wait_for_turn() {
    command -v flock >/dev/null || return 0
    flock --nonblock 9 && return
    say "Menunggu penyiapan lain di folder ini selesai …"
    flock 9
}

install() {
    local missing
    find_python
    mapfile -t missing < <(missing_packages "$1")
    install_system "${missing[@]}"
    is_ready pages || make_venv
    [[ $1 != test && $1 != full ]] || is_ready test || install_for_tests
    [[ $1 != full ]] || install_python requirements-full.lock
    [[ $1 != full ]] || install_node lighthouse
    [[ $1 != full ]] || install_node ace
    write_stamps "$1"
    say "Penyiapan selesai."
}

find_python() {
    local name probe="import os, sys
if sys.version_info < (3, 11): sys.exit(1)
print(os.path.realpath(sys.executable))"
    for name in python3.11 python3.12 python3.13 python3.14 python3; do
        python="$("$name" -I -c "$probe" 2>/dev/null)" && return
    done
    stop "Python 3.11 atau yang lebih baru tidak ditemukan. Di Debian atau Ubuntu ketik:" "" \
        "    sudo apt-get install python3 python3-venv" "" "lalu jalankan lagi $command_line"
}

make_venv() {
    say "Menyiapkan lingkungan Python di .venv (hanya pada kali pertama) …"
    rm -rf "$venv"
    "$python" -I -m venv "$venv" >"$log" 2>&1 || stop_with_log "Lingkungan Python tidak dapat dibuat."
    install_python requirements.lock
    # pip refuses an editable install beside hashes; this line puts the engine on the path.
    # It is relative to site-packages: a path with any letters works.
    local packages=("$venv"/lib/python*/site-packages)
    echo ../../../../hooks >"${packages[0]}/handbook.pth"
    write_stamps pages
}

# --no-deps: the lock holds every package; --only-binary: a machine without a compiler is told so at once;
# --no-compile: of thousands of files a few hundred are ever imported, and those are compiled then.
install_python() {
    "$venv/bin/python" -I -m pip install --disable-pip-version-check --no-input --progress-bar off \
        --no-compile --no-deps --require-hashes --only-binary :all: -r "$root/$1" 2>&1 |
        follow "$(grep -c '==' "$root/$1")" ||
        stop_with_log "Paket Python tidak dapat dipasang, biasanya karena sambungan internet."
}

install_for_tests() {
    install_python requirements-test.lock
    install_node javascript
}

# The tool of a folder in tests/, by its hashed lock; no script of a package runs.
install_node() {
    npm ci --prefix "$root/tests/$1" --ignore-scripts --no-audit --no-fund >"$log" 2>&1 ||
        stop_with_log "Paket npm tidak dapat dipasang, biasanya karena sambungan internet."
}

# Each level holds those before it.
write_stamps() {
    local level
    for level in pages print test full; do
        fingerprint >"$venv/.ready-$level"
        [[ $level != "$1" ]] || return 0
    done
}

# Keeps the whole output of pip or apt in the log and shows how far it is.
follow() {
    local line count=0
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
            Collecting\ * | Processing\ *.whl* | Requirement\ already* | Get:*)
                count=$((count + 1))
                progress "mengambil paket $count${1:+ dari $1}"
                ;;
            Installing\ collected* | Unpacking\ *) progress "memasang" ;;
        esac
    done >"$log"
    progress ""
}

# One line that changes on a terminal; elsewhere only the first of each kind of message.
progress() {
    local kind="${1%% *}"
    if [[ -t 2 ]]; then
        printf '\r\033[K%s' "${1:+  $1 …}" >&2
    elif [[ -n $kind && $kind != "${last_kind:-}" ]]; then
        say "  $kind …"
    fi
    last_kind="$kind"
}

stop_with_log() {
    say "" "$1 Baris terakhir catatannya:" ""
    tail -n 12 "$log" | sed 's/^/    /' >&2
    stop "" "Catatan lengkap: .setup.log. Setelah diperbaiki, jalankan lagi $command_line"
}
