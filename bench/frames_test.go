package main

import (
	"path/filepath"
	"testing"
	"time"
)

func TestFramesOf(t *testing.T) {
	start := time.Unix(0, 0)
	var changed []time.Time
	for _, ms := range []int{0, 16, 17, 33, 50, 150, 166} { // 17 is the rest of 16
		changed = append(changed, start.Add(time.Duration(ms)*time.Millisecond))
	}
	got, err := framesOf(changed)
	want := frames{count: 6, half: 17 * time.Millisecond, most: 100 * time.Millisecond, max: 100 * time.Millisecond}
	if err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if _, err := framesOf(changed[:3]); err == nil {
		t.Error("a picture that hardly changed counts as scrolling")
	}
}

func TestLongestWait(t *testing.T) {
	file := filepath.Join(t.TempDir(), "held")
	write(t, file, "1000000 300\n2000000 500\n3000000 400\n9000000 900\n95")
	got, err := longest(file, time.UnixMicro(1_500_000), time.UnixMicro(5_000_000))
	if err != nil || got != 500*time.Microsecond {
		t.Errorf("got %v, %v, want 500µs: the others lie outside", got, err)
	}
}
