package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"
)

// measureTyping types a search over very many applications, letter by letter.
func measureTyping(ctx context.Context, p program, runs int) ([]figure, error) {
	var shown, held []float64
	for range runs {
		a, b, err := p.types(ctx, "company 123")
		if err != nil {
			return nil, err
		}
		shown, held = append(shown, a...), append(held, b.Seconds()*1000)
	}
	slices.Sort(shown)
	slices.Sort(held)
	const rule = 50 // ms, the most that anything may hold the UI goroutine
	return []figure{
		{Name: "search, from key to rows in the map of the window", Unit: "ms", Value: shown[len(shown)/2], Range: []float64{shown[0], shown[len(shown)-1]}},
		compare("UI goroutine held while typing a search, longest", "ms", "50 ms", 1, held, []float64{rule}),
	}, nil
}

// types types text into the search of the list, and returns for each letter the
// milliseconds until the map of the window shows what it found; and the longest
// that anything waited for the UI goroutine.
func (p program) types(ctx context.Context, text string) (shown []float64, held time.Duration, err error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	s, file, err := p.watched(ctx)
	if err != nil {
		return nil, 0, err
	}
	defer os.Remove(file)
	defer s.close()
	time.Sleep(3 * time.Second)
	if err := s.do(ctx, "key", "ctrl+2", "sleep", "1", "key", "ctrl+f", "sleep", "1"); err != nil {
		return nil, 0, err
	}
	began := time.Now()
	for i := range text {
		from := time.Now()
		key := text[i : i+1]
		if key == " " {
			key = "space"
		}
		if err := s.press(ctx, key); err != nil {
			return nil, 0, err
		}
		if err := p.untilSought(ctx, text[:i+1]); err != nil {
			return nil, 0, err
		}
		shown = append(shown, time.Since(from).Seconds()*1000)
		time.Sleep(300 * time.Millisecond)
	}
	ended := time.Now()
	time.Sleep(time.Second) // the watch over the goroutine writes now and then
	held, err = longest(file, began, ended)
	return shown, held, err
}

// untilSought waits until the map of the window shows a text in the search and no
// work that goes on.
func (p program) untilSought(ctx context.Context, text string) error {
	for ctx.Err() == nil {
		b, err := os.ReadFile(p.mapp)
		if err != nil {
			return err
		}
		var m struct {
			Busy  bool
			Nodes []struct{ ID, Value string }
		}
		if err := json.Unmarshal(b, &m); err != nil {
			return err
		}
		for _, n := range m.Nodes {
			if n.ID == "list.search" && n.Value == text && !m.Busy {
				return nil
			}
		}
		time.Sleep(2 * time.Millisecond)
	}
	return fmt.Errorf("the search never showed %q: %w", text, ctx.Err())
}
