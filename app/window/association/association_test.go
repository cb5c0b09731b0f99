package association

import (
	"slices"
	"strings"
	"testing"
)

func TestAnotherProgramKeepsItsFiles(t *testing.T) {
	program := `C:\Users\Zoë Lund\delegation-briefing.exe`
	all := entries(program)
	if last := all[len(all)-1]; last != (entry{`.toml\OpenWithProgids`, kind, ""}) {
		t.Errorf("it is offered by %v", last)
	}
	for _, e := range all[:len(all)-1] {
		if !strings.HasPrefix(e.key, kind) {
			t.Errorf("%v is another's", e)
		}
		if !slices.Contains(keys, e.key) {
			t.Errorf("%v would be left behind", e)
		}
	}
	if !slices.Contains(all, entry{kind + `\shell\open\command`, "", `"` + program + `" "%1"`}) {
		t.Errorf("nothing opens a file: %v", all)
	}
}

func TestKeysAreTakenAwayFromWithin(t *testing.T) {
	for i, key := range keys {
		for _, later := range keys[i+1:] {
			if strings.HasPrefix(later, key+`\`) {
				t.Errorf("%s goes before %s", key, later)
			}
		}
	}
}
