package command

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestFilesThatAPatternNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.toml", "b.toml", "c[1].toml", "d.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, c := range []struct {
		system string
		words  []string
		want   []string
	}{
		{"windows", []string{"*.toml"}, []string{"a.toml", "b.toml", "c[1].toml"}},
		{"windows", []string{"d.txt", "?.toml"}, []string{"d.txt", "a.toml", "b.toml"}},
		{"windows", []string{"c[1].toml", "-", "nowhere.toml"}, []string{"c[1].toml", "-", "nowhere.toml"}},
		{"windows", []string{"nowhere*.toml"}, []string{"nowhere*.toml"}},
		{"linux", []string{"*.toml"}, []string{"*.toml"}},
	} {
		if got := named(c.words, c.system); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: %q, want %q", c.system, c.words, got, c.want)
		}
	}
}
