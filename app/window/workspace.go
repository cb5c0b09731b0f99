package window

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// openWorkspace opens the folder of statements. A fresh one gets the samples, so
// that the program can be tried at once.
func openWorkspace(config Config) (store *archive.Archive, fresh bool, err error) {
	_, err = os.Stat(config.Workspace)
	fresh = errors.Is(err, fs.ErrNotExist)
	store, err = archive.Open(config.Workspace)
	if err != nil || !fresh {
		return store, false, err
	}
	samples, err := fs.Glob(config.Files, "samples/*.toml")
	if err != nil {
		return nil, false, err
	}
	for _, name := range samples {
		if err := addSample(store, config.Files, name); err != nil {
			return nil, false, err
		}
	}
	return store, true, nil
}

func addSample(store *archive.Archive, files fs.FS, name string) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		return err
	}
	s.ID = strings.TrimSuffix(path.Base(name), ".toml")
	_, err = store.Create(s)
	return err
}
