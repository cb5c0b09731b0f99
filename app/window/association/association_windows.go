package association

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Here is this system's way, nil where it has none.
func Here() *Way {
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	r := classes{`Software\Classes`}
	return &Way{
		Made: func() bool { return r.made(program) },
		Make: func() error { return told("offering the program for statements", r.write(program)) },
		Undo: func() error { return told("no longer offering the program for statements", r.drop()) },
	}
}

// told wraps what went wrong, and has Explorer look at what was told.
func told(what string, err error) error {
	const associationsChanged = 0x08000000
	windows.NewLazySystemDLL("shell32.dll").NewProc("SHChangeNotify").Call(associationsChanged, 0, 0, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// classes are the kinds of files that an officer's own part of the registry
// knows.
type classes struct{ root string }

func (c classes) path(key string) string { return c.root + `\` + key }

func (c classes) made(program string) bool {
	for _, e := range entries(program) {
		k, err := registry.OpenKey(registry.CURRENT_USER, c.path(e.key), registry.QUERY_VALUE)
		if err != nil {
			return false
		}
		value, _, err := k.GetStringValue(e.name)
		k.Close()
		if err != nil || value != e.value {
			return false
		}
	}
	return true
}

func (c classes) write(program string) error {
	for _, e := range entries(program) {
		k, _, err := registry.CreateKey(registry.CURRENT_USER, c.path(e.key), registry.SET_VALUE)
		if err != nil {
			return err
		}
		if err := errors.Join(k.SetStringValue(e.name, e.value), k.Close()); err != nil {
			return err
		}
	}
	return nil
}

// drop takes away what write wrote, and no more: the list of programs that are
// offered has other programs in it.
func (c classes) drop() error {
	k, err := registry.OpenKey(registry.CURRENT_USER, c.path(offered), registry.SET_VALUE)
	if err == nil {
		err = errors.Join(present(k.DeleteValue(kind)), k.Close())
	}
	all := []error{present(err)}
	for _, key := range keys {
		all = append(all, present(registry.DeleteKey(registry.CURRENT_USER, c.path(key))))
	}
	return errors.Join(all...)
}

// present is an error, unless it says that there is nothing to take away.
func present(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
