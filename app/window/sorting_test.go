package window

import (
	"fmt"
	"strings"
	"testing"
	"time"

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
		var got []string
		for _, r := range grouped(entries(), by) {
			if r.title != "" {
				got = append(got, "["+r.title+"]")
			} else {
				got = append(got, r.entry.ID)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("order %d: %s, want %s", by, s, want)
		}
	}
}

// TestTenThousandStatements: filtering and grouping them is not felt.
func TestTenThousandStatements(t *testing.T) {
	var many []archive.Entry
	for i := range 10_000 {
		e := entries()[i%4]
		e.ID = fmt.Sprint(i)
		many = append(many, e)
	}
	began := time.Now()
	if n := len(grouped(filtered(many, "norland 2026"), byPartner)); n != 2501 {
		t.Errorf("%d rows", n)
	}
	if took := time.Since(began); took > 500*time.Millisecond {
		t.Errorf("took %v", took)
	}
}
