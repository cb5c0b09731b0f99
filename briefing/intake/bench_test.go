package intake_test

import (
	"strings"
	"testing"

	"delegation-briefing/briefing/intake"
)

// BenchmarkRead reads a statement of a page.
func BenchmarkRead(b *testing.B) {
	shelf := office(b)
	for b.Loop() {
		if _, err := intake.Read(strings.NewReader(norland), shelf, ""); err != nil {
			b.Fatal(err)
		}
	}
}
