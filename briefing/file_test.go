package briefing_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"delegation-briefing/briefing"
)

func TestReadStatementSaysWhereTheErrorIs(t *testing.T) {
	tests := []struct {
		name, file string
		line, col  int
		message    string
	}{
		{"unknown fact", "format = 1\npartnr = \"Norland\"\n", 2, 1, `unknown key "partnr"`},
		{"unknown key of the second section", "format = 1\n[[section]]\nkey = \"a\"\ntext = \"\"\"\nstray = 1\"\"\"\n[[section]]\n  key = \"b\"\n  stray = 2\n", 8, 3, `unknown key "section.stray"`},
		{"unknown table", "format = 1\n[extra]\na = 1\n", 2, 2, `unknown key "extra"`},
		{"newer format", "format = 2\n", 0, 0, "newer program (format 2"},
		{"no format", "template = \"x\"\n", 0, 0, "not a statement"},
		{"not TOML", "format = 1\nhello world\n", 2, 7, "expected"},
		{"wrong type", "format = 1\nedition = \"sixteen\"\n", 2, 1, "edition"},
		{"not UTF-8", "format = 1\ntitle = \"\xff\"\n", 2, 10, "UTF-8"},
		{"bad date", "format = 1\ndate = \"6 March\"\n", 2, 9, "not a date"},
		{"bad status", "format = 1\nstatus = \"ready\"\n", 0, 0, "draft, cleared or published"},
		{"embargo without zone", "format = 1\nembargo = 2026-03-06T15:00:00\n", 2, 11, "time zone"},
		{"section twice", "format = 1\n[[section]]\nkey = \"a\"\n[[section]]\nkey = \"a\"\n", 0, 0, `"a" stands twice`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := briefing.ReadStatement(strings.NewReader(test.file))
			var fe *briefing.FileError
			if !errors.As(err, &fe) {
				t.Fatalf("error is %v, want a FileError", err)
			}
			if fe.Line != test.line || fe.Col != test.col || !strings.Contains(fe.Message, test.message) {
				t.Errorf("got %d:%d %q, want %d:%d %q", fe.Line, fe.Col, fe.Message, test.line, test.col, test.message)
			}
		})
	}
}

func TestWhatCannotBeReadIsNotWritten(t *testing.T) {
	for name, s := range map[string]briefing.Statement{
		"topics and people": {Sections: []briefing.Section{{Key: "a", Topics: []briefing.Topic{{}}, People: []briefing.Person{{}}}}},
		"section twice":     {Sections: []briefing.Section{{Key: "a"}, {Key: "a"}}},
		"section of no key": {Sections: []briefing.Section{{}}},
		"status":            {Status: "ready"},
	} {
		var file bytes.Buffer
		if err := s.WriteTOML(&file); err == nil || file.Len() > 0 {
			t.Errorf("%s: %v, written %q", name, err, &file)
		}
	}
}

func TestStatementFile(t *testing.T) {
	s := briefing.Statement{
		Format: 1, Template: "eu-statement", Language: "en", Partner: "Norland", Edition: 3,
		Date: briefing.Date{Month: 3, Day: 6}, EndDate: briefing.Date{Year: 2026, Month: 3, Day: 7},
		Status: briefing.Draft, Embargo: briefing.Moment{Time: time.Date(2026, 3, 7, 15, 0, 0, 0, time.FixedZone("", 3600))},
		Agenda: []string{"torture", `the "new" law`},
		Sections: []briefing.Section{
			{Key: "opening", Text: "First line.\n\nSecond, with \"\"\"quotes\"\"\" and a \\* star.\r\n\ttab \x01 end\""},
			{Key: "topics", Topics: []briefing.Topic{{Heading: "Media", Subject: "expression", Text: "One."}, {Text: "\n\nTwo\n"}}},
			{Key: "contacts", People: []briefing.Person{{Name: "Ada Lund", Phones: []string{"+32 2 000 00 00", "+32 400 00 00 00"}}}},
		},
	}
	file := write(t, s)
	if !strings.Contains(file, "\"\"\"\nFirst line.\n\nSecond, with") {
		t.Errorf("prose is not written line by line:\n%s", file)
	}
	again, err := briefing.ReadStatement(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if !again.Embargo.Equal(s.Embargo.Time) {
		t.Errorf("embargo is %v, want %v", again.Embargo, s.Embargo)
	}
	again.Embargo = s.Embargo
	if !reflect.DeepEqual(again, s) {
		t.Errorf("read\n%#v\nwant\n%#v", again, s)
	}
}

func write(t testing.TB, s briefing.Statement) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.WriteTOML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzReadStatement: whatever can be read is written and read again the same.
func FuzzReadStatement(f *testing.F) {
	f.Add("format = 1\npartner = \"Norland\"\ndate = --03-06\n")
	f.Add("format = 1\ndate = 2026-03-06\nembargo = 2026-03-06T15:00:00+01:00\n[[section]]\nkey = \"a\"\ntext = \"\"\"\nx\\\n  y\"\"\"\n[[section.topic]]\ntext='''\nz'''")
	f.Add("format = 1\nagenda = [\"a\", \"\\u0000\"]\n[[ignored]]\nrule = \"DATE-1\"\n[[section]]\nkey=\"k\"\n[[section.person]]\nphones=['1','2']\n")
	f.Fuzz(func(t *testing.T, file string) {
		s, err := briefing.ReadStatement(strings.NewReader(file))
		if err != nil {
			return
		}
		once := write(t, s)
		s, err = briefing.ReadStatement(strings.NewReader(once))
		if err != nil {
			t.Fatalf("cannot read what was written: %v\n%s", err, once)
		}
		if twice := write(t, s); twice != once {
			t.Fatalf("written\n%s\nthen\n%s", once, twice)
		}
	})
}
