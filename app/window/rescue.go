package window

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// A workspace may be full, read-only or away when the program has to end, at a
// shutdown of the machine for instance. What could not be saved in it is kept among
// what belongs to the officer on this machine, and offered at the next start.

// rescueDir is the folder for what cannot be saved in a workspace; "" where the
// system has none.
func rescueDir(workspace string) string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "delegation-briefing", "rescued", shortOf(workspace))
}

// shortOf tells a workspace from others in a few letters.
func shortOf(workspace string) string {
	sum := sha256.Sum256([]byte(absolute(workspace)))
	return hex.EncodeToString(sum[:8])
}

// rescue keeps a state that could not be saved, on the autosaver's goroutine.
func (w *Window) rescue(s briefing.Statement) {
	if w.config.rescue == "" {
		return
	}
	err := w.makeRescued(s.ID + ".toml")
	if err == nil {
		err = archive.WriteFile(w.rescued, func(out io.Writer) error { return s.WriteTOML(out) })
	}
	if err != nil {
		note("what could not be saved could not be rescued either", err)
	}
}

// makeRescued makes a folder for the file of what this window rescues: what an earlier
// run rescued of the same statement may not have been taken in yet.
func (w *Window) makeRescued(name string) error {
	if filepath.Base(w.rescued) == name {
		return nil
	}
	if err := os.MkdirAll(w.config.rescue, 0o700); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(w.config.rescue, "")
	if err == nil {
		w.rescued = filepath.Join(dir, name)
	}
	return err
}

// forgetRescued takes a rescued file away, and the folder that was made for it.
func forgetRescued(name string) { _ = errors.Join(os.Remove(name), os.Remove(filepath.Dir(name))) }

// safe forgets what this window rescued, which is on the disk now.
func (w *Window) safe() {
	if w.rescued != "" {
		forgetRescued(w.rescued) // it would be offered, and be no news
		w.rescued = ""
	}
}

// offerRescued asks about the words that could not be saved before the program ended.
// Who does not want them now is asked at the next start.
func (w *Window) offerRescued() {
	names, err := filepath.Glob(filepath.Join(w.config.rescue, "*", "*.toml"))
	if err != nil || w.config.rescue == "" {
		return
	}
	for _, name := range names {
		s, err := readStatement(name)
		if err != nil {
			note("what was rescued cannot be read", err)
			continue
		}
		if there, err := w.archive.Peek(s.ID); err == nil && len(briefing.Diff(there, s)) == 0 {
			forgetRescued(name) // it is in the workspace
			continue
		}
		text := L("When the program ended last, the workspace could not be written to. The last words in this statement were kept on this computer:") +
			"\n\n" + s.Headline()
		w.ask(L("Words that could not be saved"), L("Take them in"), w.reading(text), nil, func() { w.takeRescued(name, s) })
		return
	}
}

// takeRescued puts rescued words on the desk, as a step that undo takes back. What the
// file says meanwhile is kept as a version.
func (w *Window) takeRescued(name string, s briefing.Statement) {
	switch {
	case !w.leave():
		return
	case !isFile(w.archive.Path(s.ID)):
		if !w.add(s) {
			return
		}
	case !w.show(s.ID):
		return
	default:
		w.keepQuietly(s.ID, archive.BeforeRestore)
		w.bringBack(s.ID, s, "")
	}
	if err := w.saver.Flush(); err != nil {
		w.fail(L("These words could not be saved again."), err)
		return
	}
	forgetRescued(name) // else it is found in the workspace at the next start
	w.offerRescued()
}
