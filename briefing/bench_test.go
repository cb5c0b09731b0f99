package briefing_test

import (
	"strings"
	"testing"
)

// BenchmarkBlocks reads one paragraph of usual length: 50 words with a fact
// and an emphasis.
func BenchmarkBlocks(b *testing.B) {
	s := opening(strings.Repeat("The EU welcomed the plan of {{partner}} for the *free* press. ", 5))
	for b.Loop() {
		if len(s.Blocks(atOpening)) != 1 {
			b.Fatal("not one paragraph")
		}
	}
}

// BenchmarkPlain reads one paragraph without markup.
func BenchmarkPlain(b *testing.B) {
	s := opening(strings.Repeat("The EU welcomed the plan of Norland for the free press. ", 5))
	for b.Loop() {
		if len(s.Blocks(atOpening)) != 1 {
			b.Fatal("not one paragraph")
		}
	}
}
