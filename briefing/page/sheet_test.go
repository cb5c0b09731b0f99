package page_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// TestReadSheet: a sheet that could not be printed with is refused in words.
func TestReadSheet(t *testing.T) {
	data, err := assets.Files.ReadFile("sheet.toml")
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	tests := []struct{ name, old, new, want string }{
		{"as it is", "", "", ""},
		{"newer", "format = 1", "format = 2", "newer program"},
		{"no sheet", "format = 1", "", "not a sheet"},
		{"unknown key", "[paper]", "[paper]\ncolour = 1", "colour"},
		{"no colour", `gap = "#a4451c"`, `gap = "red"`, "not a colour"},
		{"no room", "left = 30", "left = 170", "too small"},
		{"no style", "[style.title]", "[style.titel]", `"title"`},
		{"no size", "size = 20", "size = 0", `"title"`},
		{"not a number", "size = 20", "size = nan", `"title"`},
		{"no faces", `face = "bold"`, `face = "fat"`, `"fat"`},
		{"figures", `figures = "old-style"`, `figures = "old"`, "lining"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(good, test.old, test.new, 1)
			if test.old != "" && text == good {
				t.Fatalf("the sheet has no %q", test.old)
			}
			_, err := page.ReadSheet(strings.NewReader(text))
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// TestFindSheet: a template's own sheet comes before the one for all, and its
// logo is read and drawn.
func TestFindSheet(t *testing.T) {
	data, err := assets.Files.ReadFile("sheet.toml")
	if err != nil {
		t.Fatal(err)
	}
	icon, err := assets.Files.ReadFile("icon.png")
	if err != nil {
		t.Fatal(err)
	}
	own := strings.Replace(string(data), "[letterhead]", "[letterhead]\nlogo = \"logo.png\"", 1)
	office := briefing.Office{fstest.MapFS{
		"templates/own/sheet.toml":    {Data: []byte(own)},
		"templates/own/logo.png":      {Data: icon},
		"templates/broken/sheet.toml": {Data: []byte(own)},
	}, assets.Files}
	if s, err := page.FindSheet(office, "eu-statement"); err != nil || len(s.Head.Image) > 0 {
		t.Errorf("the sheet for all: %v", err)
	}
	if _, err := page.FindSheet(office, "broken"); err == nil || !strings.Contains(err.Error(), "logo") {
		t.Errorf("a logo that is not there: %v", err)
	}
	sheet, err := page.FindSheet(office, "own")
	if err != nil {
		t.Fatal(err)
	}
	j := job(t, norland(t, 1))
	j.Sheet = sheet
	pictures := 0
	for _, item := range compose(t, page.NewCompositor(assets.Files), j).Pages[0].Items {
		if p, ok := item.(*page.Picture); ok && p.Width > 0 && p.Element == nil {
			pictures++
		}
	}
	if pictures != 1 {
		t.Errorf("%d logos", pictures)
	}
}
