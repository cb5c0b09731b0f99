package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestWindowsIsAskedForEndings(t *testing.T) {
	for _, c := range []struct {
		endings []string
		want    string
	}{
		{nil, ""},
		{[]string{".toml"}, "*.toml\x00*.toml\x00\x00"},
		{[]string{".pdf", ".docx"}, "*.pdf;*.docx\x00*.pdf;*.docx\x00\x00"},
	} {
		if got := string(utf16.Decode(filterWords(c.endings))); got != c.want {
			t.Errorf("%v: %q, want %q", c.endings, got, c.want)
		}
	}
}

func TestWhatWindowsAnswers(t *testing.T) {
	for _, c := range []struct {
		name, answer string
		many         bool
		want         []string
	}{
		{"nothing", "\x00\x00\x00", false, nil},
		{"one file in place of a long suggestion", "C:\\a.pdf\x00Zoë\\2026-norland.pdf\x00\x00", false, []string{`C:\a.pdf`}},
		{"one file of many", "C:\\Users\\Zoë\\a, b.txt\x00\x00rest", true, []string{`C:\Users\Zoë\a, b.txt`}},
		{"several", "C:\\Texts\x004th 😀.txt\x005th.docx\x00\x00\x00", true, []string{`C:\Texts\4th 😀.txt`, `C:\Texts\5th.docx`}},
		{"several on a drive", "D:\\\x00a.txt\x00b.txt\x00\x00", true, []string{`D:\a.txt`, `D:\b.txt`}},
		{"several on a share", "\\\\press\\room\x00a.txt\x00b.txt\x00\x00", true, []string{`\\press\room\a.txt`, `\\press\room\b.txt`}},
		{"a shortcut among them", "C:\\Texts\x00a.txt\x00E:\\b.txt\x00\x00", true, []string{`C:\Texts\a.txt`, `E:\b.txt`}},
		{"a full buffer", "C:\\a.txt", false, []string{`C:\a.txt`}},
	} {
		if got := chosenPaths(utf16.Encode([]rune(c.answer)), c.many); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatWasCopiedOnWindows(t *testing.T) {
	page := "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000175\r\nStartFragment:00000129\r\nEndFragment:00000141\r\n" +
		"<html><body><!--StartFragment--><p>été</p><!--EndFragment--></body></html>"
	from := strings.Index(page, "<p>")
	page = strings.Replace(page, "00000129", fmt.Sprintf("%08d", from), 1)
	page = strings.Replace(page, "00000141", fmt.Sprintf("%08d", from+len("<p>été</p>")), 1)
	for _, c := range []struct{ name, clip, want string }{
		{"a part", page + "\x00\x00", "<p>été</p>"},
		{"no count", "Version:0.9\r\n<p>word</p>\x00rest", "<p>word</p>"},
		{"a wrong count", "StartFragment:5\r\nEndFragment:5000\r\n<p>word</p>", "<p>word</p>"},
		{"no page", "", ""},
		{"no tags", "words", "words"},
	} {
		if got := string(copiedPart([]byte(c.clip))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
