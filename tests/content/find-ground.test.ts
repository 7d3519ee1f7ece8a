import { describe, expect, it } from 'vitest';
import { findGround, isLightColour } from '../../src/content/find-ground.ts';

describe('a light colour', () => {
  it.each([
    ['rgb(0, 0, 0)', false],
    ['rgb(255, 255, 255)', true],
    ['rgba(230, 230, 230, 0.9)', true],
    ['rgb(85 90 99)', false],
    ['color(srgb 0.1 0.1 0.12)', false],
    ['color(display-p3 0.92 0.9 0.95 / 0.8)', true],
    ['oklch(0.93 0.01 250)', true],
    ['oklab(0.2 0 0)', false],
    ['lab(90 0 0)', true],
    ['', false],
  ])('%s: %s', (colour, isLight) => {
    expect(isLightColour(colour)).toBe(isLight);
  });
});

describe('the ground of a page', () => {
  const paragraphs = (...colours: string[]) =>
    colours.map((colour) => {
      const element = document.createElement('p');
      element.style.color = colour;
      document.body.append(element);
      return { element };
    });

  it.each([
    ['light below dark text', ['rgb(0, 0, 0)', 'rgb(20, 20, 20)'], 'light'],
    ['dark below light text', ['rgb(240, 240, 240)', 'rgb(255, 255, 255)'], 'dark'],
    ['that of most of the text', ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)'], 'light'],
    ['light without any text', [], 'light'],
  ])('is %s', (_, colours, ground) => {
    expect(findGround(paragraphs(...colours))).toBe(ground);
  });
});
