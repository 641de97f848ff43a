package screen

import (
	"strconv"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A figure is one chart of the page with its name, which is part of ids and of
// the names of files.
type figure struct {
	id      string
	drawing widgets.Drawing
}

// figuresOf puts the numbers into charts. What has too few cases is not there.
func figuresOf(in desk.Insights) []figure {
	var all []figure
	if in.Days != nil {
		all = append(all, figure{"days", daysDrawing(in.Days)})
	}
	if len(in.Latest) > 0 {
		all = append(all, figure{"latest", latestDrawing(in.Latest)})
	}
	if len(in.Shares) > 0 {
		all = append(all, figure{"shares", sharesDrawing(in.Shares)})
	}
	if len(in.Stages) > 0 {
		all = append(all, figure{"stages", stagesDrawing(in.Stages)})
	}
	if len(in.Months) > 0 {
		all = append(all, figure{"months", monthsDrawing(in.Months)})
	}
	return all
}

func daysDrawing(s *desk.Spread) widgets.Drawing {
	half := words.HalfWithin(s.Median)
	d := widgets.Drawing{
		Kind: widgets.ChartSpread, Title: assets.L("Days from interview to answer"), Axis: assets.L("days"),
		Note: answers(s.N) + " " + half,
	}
	for _, b := range s.Bins {
		label := strconv.Itoa(b.From)
		switch {
		case b.To < 0:
			label = assets.L("{{.From}} and more", assets.Args{"From": label})
		case b.To > b.From:
			label = assets.L("{{.From}}–{{.To}}", assets.Args{"From": label, "To": strconv.Itoa(b.To)})
		}
		n := strconv.Itoa(b.N)
		d.Parts = append(d.Parts, widgets.Part{Label: label, Value: float64(b.N), Figure: n, Brief: n})
	}
	d.Mark = &widgets.ChartMark{At: medianAt(s), Label: words.HalfMark(s.Median)}
	return d
}

// medianAt is the place of the median in columns: a day fills its share of one.
func medianAt(s *desk.Spread) float64 {
	first := s.Bins[0]
	width := float64(first.To - first.From + 1)
	if first.To < 0 {
		width = 1
	}
	return min((s.Median+0.5)/width, float64(len(s.Bins))-0.5)
}

// answers says of how many answers a number is.
func answers(n int) string {
	return words.Sentence(assets.N("{{.N}} answer.", "{{.N}} answers.", n))
}

func latestDrawing(latest []desk.Heard) widgets.Drawing {
	d := widgets.Drawing{
		Kind: widgets.ChartBars, Title: assets.L("The latest answers"),
		Note: assets.N("How long the last answer took.", "How long the last {{.N}} answers took, the newest first.", len(latest)),
	}
	for _, h := range latest {
		d.Parts = append(d.Parts, widgets.Part{Label: h.Company, Value: float64(h.Days), Figure: words.Within(h.Days)})
	}
	return d
}

func sharesDrawing(shares []desk.Share) widgets.Drawing {
	n := 0
	d := widgets.Drawing{Kind: widgets.ChartBars, Title: assets.L("Answered after a note")}
	for _, s := range shares {
		label := assets.L("After a thank-you")
		if s.Kind == data.KindCheckIn {
			label = assets.L("After a check-in")
		}
		n += s.N
		d.Parts = append(d.Parts, widgets.Part{Label: label, Value: float64(s.Answered) / float64(s.N), Of: 1, Figure: of(s.Answered, s.N)})
	}
	d.Note = words.Sentence(assets.N("{{.N}} case so far. Some answers may still come.", "{{.N}} cases so far. Some answers may still come.", n))
	return d
}

// of says how many of how many: "12 of 20".
func of(part, whole int) string {
	return assets.L("{{.Part}} of {{.Whole}}", assets.Args{"Part": strconv.Itoa(part), "Whole": strconv.Itoa(whole)})
}

func stagesDrawing(stages []desk.Stage) widgets.Drawing {
	n := stages[0].N
	d := widgets.Drawing{
		Kind: widgets.ChartFunnel, Title: assets.L("How far it went"),
		Note: words.Sentence(assets.N("{{.N}} application with an interview.", "{{.N}} applications with an interview.", n)),
	}
	for _, s := range stages {
		d.Parts = append(d.Parts, widgets.Part{Label: stageName(s.Kind), Value: float64(s.N), Figure: of(s.N, n)})
	}
	return d
}

func stageName(k desk.StageKind) string {
	switch k {
	case desk.StageHeard:
		return assets.L("Heard back")
	case desk.StageFurther:
		return assets.L("A further round")
	case desk.StageOffered:
		return assets.L("An offer")
	}
	return assets.L("An interview")
}

func monthsDrawing(months []desk.Month) widgets.Drawing {
	n := 0
	d := widgets.Drawing{
		Kind: widgets.ChartColumns, Title: assets.L("Interviews by month"),
		Key: [2]string{assets.L("Answered so far"), assets.L("Interviews")},
	}
	for _, m := range months {
		n += m.Interviews
		d.Parts = append(d.Parts, widgets.Part{
			Label: words.MonthShort(m.First), Value: float64(m.Answered), Of: float64(m.Interviews),
			Figure: of(m.Answered, m.Interviews),
		})
	}
	first, last := words.Month(months[0].First), words.Month(months[len(months)-1].First)
	span := first
	if first != last {
		span = assets.L("{{.From}} to {{.To}}", assets.Args{"From": first, "To": last})
	}
	d.Note = words.Sentence(assets.N("{{.N}} interview, {{.Span}}.", "{{.N}} interviews, {{.Span}}.", n, assets.Args{"Span": span}))
	return d
}
