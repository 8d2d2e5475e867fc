# shellcheck shell=bash
# shellcheck disable=SC2154 # python and command_line come from install.sh
# What the system must bring, found by what counts (a library that loads, a command that is there)
# and installed with apt where that is allowed.

# Library = the Debian package that brings it. The first three are loaded by WeasyPrint and bring
# GLib, HarfBuzz and fontconfig along; the last by the program that steers the browser.
print_libraries=(
    libpango-1.0.so.0=libpango-1.0-0
    libpangoft2-1.0.so.0=libpangoft2-1.0-0
    libharfbuzz-subset.so.0=libharfbuzz-subset0
)
test_libraries=(libatomic.so.1=libatomic1)
test_commands=(pdftotext=poppler-utils pdftoppm=poppler-utils qpdf=qpdf hunspell=hunspell npm=npm)

missing_packages() {
    missing_venv_package
    [[ $1 == pages ]] || missing_libraries "${print_libraries[@]}"
    [[ $1 != test && $1 != full ]] || missing_for_tests
    [[ $1 != full ]] || missing_for_proofs
}

missing_for_tests() {
    missing_libraries "${test_libraries[@]}"
    missing_commands | sort -u
    missing_dictionary
}

# Debian packs Python's own venv apart.
missing_venv_package() {
    "$python" -I -c "import ensurepip, venv" 2>/dev/null || echo "$(basename "$python")-venv"
}

missing_libraries() {
    "$python" -I - "$@" <<'PYTHON'
import ctypes, sys
for pair in sys.argv[1:]:
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
PYTHON
}

missing_commands() {
    local pair
    for pair in "${test_commands[@]}"; do
        command -v "${pair%=*}" >/dev/null || echo "${pair#*=}"
    done
    find_chromium >/dev/null || chromium_package
}

# The spelling test asks hunspell for Indonesian.
missing_dictionary() {
    [[ $(hunspell -D </dev/null 2>&1 || true) == */id_ID* ]] || echo hunspell-id
}

# veraPDF's engine runs a source file, so it needs a compiler, and JAXB, which Java left out in 11.
# LibreOffice opens what is made for other word processors and presenters.
missing_for_proofs() {
    command -v javac >/dev/null || echo default-jdk-headless
    [[ -e ${HANDBOOK_JARS:-/usr/share/java}/jaxb-api.jar ]] || echo libjaxb-java
    command -v soffice >/dev/null || printf '%s\n' libreoffice-{writer,impress,calc}-nogui
}

find_chromium() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

chromium_package() {
    if grep -qs '^ID=ubuntu' /etc/os-release; then echo chromium-browser; else echo chromium; fi
}

install_system() {
    [[ $# -gt 0 ]] || return 0
    command -v apt-get >/dev/null || stop_for_packages "$@"
    [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null || stop_for_packages "$@"
    say "Memasang paket sistem: $*"
    # The lists of packages may be missing or old: then once more with new ones.
    run_apt install "$@" || { run_apt update && run_apt install "$@"; } ||
        stop_with_log "Perintah ini gagal: sudo apt-get install $*."
}

# 9<&-: a service that a package starts must not inherit the lock of set-up.
run_apt() {
    local as_root=()
    [[ $EUID -eq 0 ]] || as_root=(sudo -n)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@" </dev/null 2>&1 9<&- | follow ""
}

stop_for_packages() {
    local advice=("Pemasangannya memerlukan hak administrator. Ketik:" ""
        "    sudo apt-get update && sudo apt-get install $*")
    command -v apt-get >/dev/null ||
        advice=("Perintah apt-get tidak ada di sini. Pasang paket yang setara untuk sistem ini.")
    stop "Belum ada di komputer ini: $*" "${advice[@]}" "" "Setelah itu jalankan lagi $command_line"
}
