//! Affine maps, as PDF writes them.

use std::ops::Mul;

/// `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A move.
    pub fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }
}

/// First the right one, then the left one.
impl Mul for Matrix {
    type Output = Self;

    fn mul(self, first: Self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let Self([g, h, i, j, x, y]) = first;
        Self([
            a * g + c * h,
            b * g + d * h,
            a * i + c * j,
            b * i + d * j,
            a * x + c * y + e,
            b * x + d * y + f,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::Matrix;

    #[test]
    fn the_right_one_comes_first() {
        let double = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        let product = double * Matrix::shift(1.0, 3.0);
        assert_eq!(product, Matrix([2.0, 0.0, 0.0, 2.0, 2.0, 6.0]));
        assert_eq!(Matrix::IDENTITY * product, product);
    }
}
