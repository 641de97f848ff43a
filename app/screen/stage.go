package screen

import (
	"afterword/data"
	"afterword/widgets"
)

// stageOf returns the look of a badge.
func stageOf(b data.Badge) widgets.Stage {
	switch b {
	case data.BadgeInterview:
		return widgets.StageInterview
	case data.BadgeThankYou:
		return widgets.StageThankYou
	case data.BadgeCheckIn:
		return widgets.StageCheckIn
	case data.BadgeReplied:
		return widgets.StageReplied
	case data.BadgeStay:
		return widgets.StageStay
	case data.BadgeOffer:
		return widgets.StageOffer
	case data.BadgeClosed:
		return widgets.StageClosed
	case data.BadgeNothing:
		return widgets.StageNothing
	}
	return widgets.StageWaiting
}
