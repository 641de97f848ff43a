package main

import (
	"context"
	"strconv"
	"strings"
)

// A gesture moves a list for three seconds, as far as that is up to it.
type gesture struct {
	name string
	move func(list rect) []string // commands of xdotool
}

func gestures() []gesture {
	return []gesture{
		{"wheel", wheel},
		{"scroll bar", scrollBar},
		{"Page Down held", func(rect) []string { return strings.Fields("key --repeat 90 --delay 33 Next") }},
		{"End and Home", func(rect) []string {
			return strings.Fields(strings.Repeat("key End sleep 0.25 key Home sleep 0.25 ", 6))
		}},
	}
}

// wheel turns the wheel over the list sixty times a second.
func wheel(list rect) []string {
	return append(pointAt(list.x+list.w/2, list.y+list.h/2), strings.Fields("click --repeat 180 --delay 16 5")...)
}

// scrollBar drags the bar of the list from its top to its end.
func scrollBar(list rect) []string {
	const steps = 180
	x := strconv.Itoa(list.x + list.w - 3)
	all := append(pointAt(list.x+list.w-3, list.y+6), "sleep", "0.2", "mousedown", "1")
	for i := range steps {
		y := strconv.Itoa(list.y + 6 + (list.h-6)*(i+1)/steps)
		all = append(all, "mousemove", x, y, "sleep", "0.016")
	}
	return append(all, "mouseup", "1")
}

func pointAt(x, y int) []string { return []string{"mousemove", strconv.Itoa(x), strconv.Itoa(y)} }

// toTheEnd opens the list of interviews and scrolls it from its top to its end.
func toTheEnd(ctx context.Context, d *display, list rect) error {
	if err := d.press(ctx, "ctrl+2"); err != nil {
		return err
	}
	for _, g := range gestures()[:3] {
		if err := d.do(ctx, g.move(list)...); err != nil {
			return err
		}
	}
	return d.press(ctx, "End")
}
