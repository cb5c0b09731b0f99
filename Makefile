# make run          build the program and open its window
# make test         everything a change must pass
# make desk-test    a statement written in the window by keyboard alone
# make conformance  veraPDF over every export
# make bench        the figures of the README
# make proofs       the faults of every kind, at every moment: some minutes
# make install      the program, its icon and its place on the desktop, below PREFIX
# make headless     the commands alone, without cgo: a static binary
# make windows      the program and the commands alone for Windows, by mingw-w64

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Among the tools that put an icon into a program it is the one that needs
# neither a C compiler nor files of its own, reads a PNG, and is kept up (0BSD).
WINRES      = github.com/tc-hib/go-winres@v0.3.3
# Fyne's font of emoji takes 20 MB of memory, and no statement may hold one.
WINDOW      = migrated_fynedo,no_emoji
RELEASE     = -trimpath -ldflags "-s -w"
PREFIX     ?= $(HOME)/.local
SHARE       = $(DESTDIR)$(PREFIX)/share
APP         = eu.delegation-briefing.desk
VERSION     = $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)

.PHONY: run build install uninstall headless windows test check desk-test bench proofs conformance clean

run: build
	@.ci/start ./delegation-briefing

build:
	@.ci/setup
	go build -tags $(WINDOW) $(RELEASE) -o delegation-briefing .

# For desktops that follow freedesktop.org; "fyne package" makes the app of a Mac
# and the program of Windows.
install: build
	install -D -m 755 delegation-briefing $(DESTDIR)$(PREFIX)/bin/delegation-briefing
	install -D -m 644 assets/$(APP).desktop $(SHARE)/applications/$(APP).desktop
	install -D -m 644 assets/icon.png $(SHARE)/icons/hicolor/512x512/apps/$(APP).png
	install -D -m 644 assets/icon.svg $(SHARE)/icons/hicolor/scalable/apps/$(APP).svg
	@.ci/desktop $(SHARE)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/delegation-briefing $(SHARE)/applications/$(APP).desktop
	rm -f $(SHARE)/icons/hicolor/*/apps/$(APP).*
	@.ci/desktop $(SHARE)

headless:
	CGO_ENABLED=0 go build -tags headless $(RELEASE) -o delegation-briefing-headless .

# The resources are an object file beside main.go while it is built. Without
# windowsgui a console would open beside the window; but a shell does not wait
# for a program that has none, so the commands alone are for scripts.
windows:
	@.ci/setup windows
	@trap 'rm -f rsrc_windows_amd64.syso' EXIT; set -e; \
	go run $(WINRES) simply --arch amd64 --icon assets/icon.png --manifest gui \
		--file-version $(VERSION) --product-version $(VERSION) \
		--file-description "Delegation Briefing" --product-name "Delegation Briefing" \
		--original-filename delegation-briefing.exe; \
	export GOOS=windows GOARCH=amd64; \
	CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
		go build -tags $(WINDOW) -trimpath -ldflags "-s -w -H=windowsgui" -o delegation-briefing.exe .; \
	CGO_ENABLED=0 go build -tags headless $(RELEASE) -o delegation-briefing-headless.exe .

test:
	@.ci/setup test
	@$(MAKE) --no-print-directory check headless
	go test -race -timeout 25m ./...
	@$(MAKE) --no-print-directory desk-test

check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not formatted:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go vet -tags headless ./...
	go run $(STATICCHECK) ./...

# Without tags, so that Fyne complains of work on the wrong thread.
desk-test:
	@.ci/setup test
	@mkdir -p build
	go build -o build/desk .
	@.ci/officer build/desk

bench: headless
	go test -run '^$$' -bench . -benchmem ./...
	@.ci/typst ./delegation-briefing-headless

proofs:
	go test -timeout 30m ./briefing/archive -run 'Killed|PowerCut|DiskFull' -args -kills 1000 -every 1

conformance: headless
	@.ci/conformance ./delegation-briefing-headless

clean:
	rm -rf build delegation-briefing delegation-briefing-headless delegation-briefing*.exe
