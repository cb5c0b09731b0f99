//go:build race

package intake_test

// watched says that the race detector is on, which makes everything some
// twenty times slower.
const watched = true
