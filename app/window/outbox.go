package window

import (
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
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
	err := archive.WriteFile(name, func(out io.Writer) error {
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

// askAt is askWhere, beginning with a path. Who does not want to replace a file
// comes back to its path.
func (w *Window) askAt(title, suggestion string, endings []string, then func(path string)) {
	still := w.stillThis()
	w.askFile(title, L("Export"), suggestion, endings, func(path string) {
		if !still() {
			return
		}
		if !w.house.outbox.foreign(path) {
			then(path)
			return
		}
		text := L("A file of this name is there already:") + "\n" + path
		w.warnBefore(L("Replace the file?"), L("Replace"), text, func() {
			if still() {
				then(path)
			}
		}, func() { w.askAt(title, path, endings, then) })
	})
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
