package main

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"syscall"
	"time"
)

// frames are the pictures that a gesture brought.
type frames struct {
	count           int
	half, most, max time.Duration // gaps between two of them: median, 95th percentile, longest
}

// watch looks at a part of the display a thousand times a second while do runs,
// and a moment longer, and returns when the picture changed.
func (d *display) watch(ctx context.Context, part rect, do func() error) ([]time.Time, error) {
	looking, stop := context.WithCancel(ctx)
	seen := make(chan []time.Time)
	go func() { seen <- d.look(looking, part) }()
	err := do()
	time.Sleep(150 * time.Millisecond)
	stop()
	return <-seen, err
}

// A rect is a part of the display in pixels.
type rect struct{ x, y, w, h int }

func (d *display) look(ctx context.Context, part rect) []time.Time {
	var changed []time.Time
	last := d.sum(part)
	for ctx.Err() == nil {
		if now := d.sum(part); now != last {
			last = now
			changed = append(changed, time.Now())
		}
		time.Sleep(time.Millisecond)
	}
	return changed
}

// sum tells pictures apart: it follows columns, which every step of a scroll
// changes somewhere.
func (d *display) sum(part rect) uint64 {
	const columns, prime = 8, 1099511628211 // of FNV-1a
	h := uint64(14695981039346656037)
	for i := range columns {
		x := part.x + part.w*i/columns
		for y := part.y; y < part.y+part.h; y++ {
			h = (h ^ uint64(binary.LittleEndian.Uint32(d.pixels[y*d.line+4*x:]))) * prime
		}
	}
	return h
}

// framesOf counts the changes as pictures. Two within three milliseconds are one,
// seen while it was copied to the display.
func framesOf(changed []time.Time) (frames, error) {
	const torn = 3 * time.Millisecond
	var at []time.Time
	for i, t := range changed {
		if i == 0 || t.Sub(changed[i-1]) > torn {
			at = append(at, t)
		}
	}
	if len(at) < 5 {
		return frames{}, errors.New("the picture hardly changed: is the list there?")
	}
	var gaps []time.Duration
	for i := range at[1:] {
		gaps = append(gaps, at[i+1].Sub(at[i]))
	}
	slices.Sort(gaps)
	return frames{len(at), gaps[len(gaps)/2], gaps[len(gaps)*95/100], gaps[len(gaps)-1]}, nil
}

// mapPixels maps the picture of the display into memory.
func (d *display) mapPixels() error {
	info, err := d.file.Stat()
	if err != nil {
		return err
	}
	d.memory, err = syscall.Mmap(int(d.file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return err
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(d.memory[4*i:])) }
	if word(12) < 4 || word(5) <= 0 {
		return errors.New("the display's picture is not in the form of xwd")
	}
	d.line, d.pixels = word(12), d.memory[word(0)+12*word(19):][:word(5)*word(12)] // xwd: header, colour map, picture
	return nil
}
