package window

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"delegation-briefing/briefing/archive"
)

// outbox writes the files that leave the workspace, and knows for as long as
// the program runs what it wrote. Any goroutine may use it.
type outbox struct {
	mu      sync.Mutex
	written map[string]sum // by absolute path
}

type sum [sha256.Size]byte

// write writes a file whole or not at all.
func (o *outbox) write(name string, data []byte) error {
	err := archive.WriteOut(name, func(out io.Writer) error {
		_, err := out.Write(data)
		return err
	})
	if err == nil {
		o.remember(name, sha256.Sum256(data))
	}
	return err
}

func (o *outbox) remember(name string, s sum) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.written == nil {
		o.written = map[string]sum{}
	}
	o.written[absolute(name)] = s
}

// foreign reports whether a file is there that is not as the outbox wrote it:
// somebody's own, or one that was worked on since.
func (o *outbox) foreign(name string) bool {
	if !isFile(name) {
		return false // what else may be there, writing will say
	}
	o.mu.Lock()
	wrote, ok := o.written[absolute(name)]
	o.mu.Unlock()
	if !ok {
		return true
	}
	data, err := os.ReadFile(name)
	return err != nil || sha256.Sum256(data) != wrote
}

func absolute(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		return abs
	}
	return name
}

// askWhere asks where to write a file of this name. What is there already is
// replaced only if the officer says so, unless the program itself has written
// it: who exports again and again is not asked again and again.
func (w *Window) askWhere(title, name string, endings []string, then func(path string)) {
	suggestion := filepath.Join(w.outgoing(), name)
	if w.wished.of == name {
		suggestion = w.wished.path
	}
	w.askAt(title, suggestion, endings, func(path string) {
		w.wished = wish{name, path}
		then(path)
	})
}

// askAt is askWhere, beginning with a path. Who does not want to replace a file,
// or to make a folder, comes back to the path.
func (w *Window) askAt(title, suggestion string, endings []string, then func(path string)) {
	still := w.stillThis()
	w.askFile(title, L("Export"), suggestion, endings, func(path string) {
		if !still() {
			return
		}
		path = outPath(path, filepath.Base(suggestion))
		write := func() {
			if still() {
				then(path)
			}
		}
		again := func() { w.askAt(title, path, endings, then) }
		switch dir := filepath.Dir(path); {
		case isMissing(dir):
			w.propose(L("Make the folder?"), L("Make it"), L("This folder is not there yet:")+"\n"+dir, func() {
				if err := os.MkdirAll(dir, 0o755); err != nil {
					w.fail(L("The folder could not be made."), err)
					return
				}
				write()
			}, again)
		case w.house.outbox.foreign(path):
			w.warnBefore(L("Replace the file?"), L("Replace"), L("A file of this name is there already:")+"\n"+path, write, again)
		default:
			write()
		}
	})
}

// outPath is the path of the file that is meant: "~" is the officer's home, in a
// folder it has the name that was suggested, and without an ending it has that
// name's.
func outPath(path, suggested string) string {
	path = fromHome(path)
	if info, err := os.Stat(path); err == nil && info.IsDir() || os.IsPathSeparator(path[len(path)-1]) {
		return filepath.Join(path, suggested)
	}
	if filepath.Ext(path) == "" {
		return path + filepath.Ext(suggested)
	}
	return path
}

// fromHome is a path in which "~" may stand for the officer's home.
func fromHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"+string(filepath.Separator)); ok {
		home, _ := os.UserHomeDir()
		return filepath.Join(home, rest)
	}
	return path
}

func isMissing(name string) bool {
	_, err := os.Stat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// wish is where a file went last, or should have gone: the next question begins
// there.
type wish struct{ of, path string }

// outgoing is the folder that files were written to last, or that of the
// officer's documents.
func (w *Window) outgoing() string {
	home, _ := os.UserHomeDir()
	for _, dir := range []string{w.app.Preferences().String(exportSetting), filepath.Join(home, "Documents")} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return home
}

// sent tells that a file was written, and warns where something is to be said
// about it.
func (w *Window) sent(name, warning string) {
	w.app.Preferences().SetString(exportSetting, filepath.Dir(absolute(name)))
	said := L("Exported to %s", name)
	if warning != "" {
		w.status.warn(said + warning)
		return
	}
	w.status.say(said)
}
