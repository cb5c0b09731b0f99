package window

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"golang.org/x/text/unicode/bidi"

	"delegation-briefing/assets"
	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

func entries() []archive.Entry {
	return []archive.Entry{
		{ID: "c", Title: "C", Partner: "Norland", Date: briefing.Date{Year: 2026, Month: 3, Day: 1}, Status: briefing.Draft},
		{ID: "b", Title: "B", Partner: "Estmark", Date: briefing.Date{Year: 2025, Month: 3, Day: 1}, Status: briefing.Published},
		{ID: "n", Title: "N", Partner: "Estmark", Status: briefing.Draft},
		{ID: "a", Title: "A", Partner: "Norland", Date: briefing.Date{Year: 2025, Month: 2, Day: 1}, Status: briefing.Published},
	}
}

func TestOrders(t *testing.T) {
	tests := map[sorting]string{
		byDate:    "n c b a",
		byPartner: "[Estmark] b n [Norland] c a",
		byYear:    "[2026] c [2025] b a [no date yet] n",
		byStatus:  "[draft] c n [published] b a",
	}
	for by, want := range tests {
		if s := listing(entries(), by); s != want {
			t.Errorf("order %d: %s, want %s", by, s, want)
		}
	}
}

// listing is what the list shows in an order: IDs below titles.
func listing(all []archive.Entry, by sorting) string {
	var got []string
	rows, _ := shelve(all, by).rows("", nil)
	for _, r := range rows {
		if r.title != "" {
			got = append(got, "["+r.title+"]")
		} else {
			got = append(got, r.entry.ID)
		}
	}
	return strings.Join(got, " ")
}

// TestOneGroupForAName however its accents and capitals are written; it is called as
// the latest statement calls it, and what is not known stands below all names.
func TestOneGroupForAName(t *testing.T) {
	var all []archive.Entry
	for i, partner := range []string{"México", "", "Zambia", "Mexico", "Éthiopie", "MEXICO", "Étrurie", "norland"} {
		all = append(all, archive.Entry{ID: strconv.Itoa(i), Partner: partner, Kind: partner})
	}
	for by, want := range map[sorting]string{
		byPartner: "[Éthiopie] 4 [Étrurie] 6 [México] 0 3 5 [norland] 7 [Zambia] 2 [no partner yet] 1",
		byKind:    "[Éthiopie] 4 [Étrurie] 6 [México] 0 3 5 [norland] 7 [Zambia] 2 [no kind yet] 1",
	} {
		if got := listing(all, by); got != want {
			t.Errorf("order %d: %s, want %s", by, got, want)
		}
	}
}

// TestWhatCannotBeRead stands in a group of its own below the others, whatever they have
// in common, and says in the window's language where.
func TestWhatCannotBeRead(t *testing.T) {
	test.NewTempApp(t)
	if err := speak(assets.Files, "fr"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { speak(assets.Files, "en") })
	fault := &briefing.FileError{Line: 2, Col: 11, Message: "unexpected token"}
	broken := archive.Entry{ID: "x", Title: "x", Err: fmt.Errorf("reading x: %w", fault)}
	all := append([]archive.Entry{broken}, entries()...)
	for by := byPartner; by < orders; by++ {
		rows, _ := shelve(all, by).rows("", nil)
		group, last := rows[len(rows)-2], rows[len(rows)-1]
		if group.title != "Illisible" || group.below != 1 || last.entry.ID != "x" {
			t.Errorf("order %d: last come %q and %q", by, group.heading(), last.entry.ID)
		}
	}
	for err, want := range map[error]string{
		broken.Err: "illisible : ligne 2, colonne 11",
		&briefing.FileError{Message: "the file is empty"}: "illisible : Le fichier est vide.",
		errors.New("out of ink"):                          "illisible : out of ink",
	} {
		if got := entryNote(archive.Entry{Err: err}); got != want {
			t.Errorf("its line says %q, want %q", got, want)
		}
	}
}

func TestRowsOfTenThousand(t *testing.T) {
	var many []archive.Entry
	for i := range 10_000 {
		e := entries()[i%4]
		e.ID = fmt.Sprint(i)
		many = append(many, e)
	}
	rows, n := shelve(many, byPartner).rows("norland 2026", nil)
	if n != 2500 || len(rows) != 2501 {
		t.Errorf("%d statements in %d rows", n, len(rows))
	}
}

// TestGroupsAreFolded where no filter is, and say how many statements they have.
func TestGroupsAreFolded(t *testing.T) {
	for name, tt := range map[string]struct {
		filter string
		away   []string
		want   string
		n      int
	}{
		"none":       {"", nil, "▼ Estmark 2: b n ▼ Norland 2: c a", 4},
		"one":        {"", []string{"Estmark"}, "▶ Estmark 2: ▼ Norland 2: c a", 4},
		"the last":   {"", []string{"Norland"}, "▼ Estmark 2: b n ▶ Norland 2:", 4},
		"all":        {"", []string{"Norland", "Estmark"}, "▶ Estmark 2: ▶ Norland 2:", 4},
		"unknown":    {"", []string{"Westland"}, "▼ Estmark 2: b n ▼ Norland 2: c a", 4},
		"blanks":     {"  ", []string{"Norland"}, "▼ Estmark 2: b n ▶ Norland 2:", 4},
		"for a word": {"2025", []string{"Norland", "Estmark"}, "Estmark 1: b Norland 1: a", 2},
	} {
		t.Run(name, func(t *testing.T) {
			away := map[string]bool{}
			for _, title := range tt.away {
				away[title] = true
			}
			var got []string
			rows, n := shelve(entries(), byPartner).rows(tt.filter, away)
			for _, r := range rows {
				if r.title != "" {
					got = append(got, strings.ReplaceAll(r.heading(), " ·\u200E", "")+":")
				} else {
					got = append(got, r.entry.ID)
				}
			}
			if s := strings.Join(got, " "); s != tt.want || n != tt.n {
				t.Errorf("%d statements: %s, want %d: %s", n, s, tt.n, tt.want)
			}
		})
	}
}

// TestPartsKeepTheirOrder: a number that follows Arabic words would be drawn
// before them.
func TestPartsKeepTheirOrder(t *testing.T) {
	var p bidi.Paragraph
	if _, err := p.SetString(sideBySide([]string{"Norland", "حوار", "2026"}), bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	run := order.Run(order.NumRuns() - 1)
	if last := run.String(); !strings.Contains(last, "·") {
		t.Errorf("%q stands with the Arabic words", last)
	}
}

// TestTwinsAreToldApart: statements that look alike in the list show the names
// of their files.
func TestTwinsAreToldApart(t *testing.T) {
	all := entries()
	twin := all[0]
	twin.ID = "c-2"
	rows, _ := shelve(append(all, twin), byDate).rows("", nil)
	for _, r := range rows {
		if want := strings.HasPrefix(r.entry.ID, "c"); r.twin != want {
			t.Errorf("%s: its file is named: %v", r.entry.ID, r.twin)
		}
	}
}

// TestTwinsAreToldApartByTheEndOfTheirNames, where there is room for it.
func TestTwinsAreToldApartByTheEndOfTheirNames(t *testing.T) {
	e := archive.Entry{ID: "2026-03-12-norland-human-rights-dialogue-mine", Partner: "Norland"}
	if got := noteOf(e, true); !strings.HasPrefix(got, "…ghts-dialogue-mine ·") {
		t.Errorf("its note is %s", got)
	}
	if got := noteOf(e, false); strings.Contains(got, "mine") {
		t.Errorf("without a twin its note is %s", got)
	}
	e.ID = "été"
	if got := noteOf(e, true); !strings.HasPrefix(got, "été ·") {
		t.Errorf("its note is %s", got)
	}
}
