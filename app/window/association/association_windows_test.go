package association

import (
	"testing"

	"golang.org/x/sys/windows/registry"
)

func TestOfferedAndNoLonger(t *testing.T) {
	root := `Software\DelegationBriefing Test`
	c := classes{root}
	toml, _, err := registry.CreateKey(registry.CURRENT_USER, c.path(`.toml`), registry.ALL_ACCESS)
	if err != nil {
		t.Fatal(err)
	}
	defer toml.Close()
	t.Cleanup(func() {
		for _, key := range []string{`\.toml\OpenWithProgids`, `\.toml`, ``} {
			registry.DeleteKey(registry.CURRENT_USER, root+key)
		}
	})
	if err := toml.SetStringValue("", "Editor.Toml"); err != nil {
		t.Fatal(err)
	}
	here, there := `C:\here\delegation-briefing.exe`, `D:\there\delegation-briefing.exe`
	if c.made(here) {
		t.Error("it was offered unasked")
	}
	for range 2 {
		if err := c.write(here); err != nil {
			t.Fatal(err)
		}
	}
	if !c.made(here) || c.made(there) {
		t.Errorf("here %v, there %v", c.made(here), c.made(there))
	}
	for range 2 {
		if err := c.drop(); err != nil {
			t.Error(err)
		}
	}
	if c.made(here) {
		t.Error("it is still offered")
	}
	if _, err := registry.OpenKey(registry.CURRENT_USER, c.path(kind), registry.READ); err == nil {
		t.Error("its kind is left behind")
	}
	if editor, _, err := toml.GetStringValue(""); err != nil || editor != "Editor.Toml" {
		t.Errorf("the files went to %q, %v", editor, err)
	}
}
