package letter

// Ideal returns between how many words a letter of a stage reads best, and
// whether that is known (letters.md 4.4).
func Ideal(stage string) (from, to int, known bool) {
	limit, known := english().Words[baseStage(stage)]
	return limit.Ideal[0], limit.Ideal[1], known
}
