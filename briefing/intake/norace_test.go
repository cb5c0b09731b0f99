//go:build !race

package intake_test

const watched = false
